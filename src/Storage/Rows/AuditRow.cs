using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>Who changed what.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }
    public required Instant At { get; init; }
    public required string By { get; init; }
    public required string What { get; init; }
    public required string About { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Reason { get; init; }

    /// <summary>The step of a person's request that this is, so that no request does it twice; null where nobody can ask again.</summary>
    public string? Step { get; init; }

    public static AuditRow Of(AuditRecord record, string? step = null) =>
        new()
        {
            At = record.At,
            By = record.By,
            What = record.What,
            About = record.About,
            Before = record.Before,
            After = record.After,
            Reason = record.Reason,
            Step = step,
        };
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit").HasKey(audit => audit.Id);
        row.HasIndex(audit => audit.About);
        row.HasIndex(audit => audit.Step).IsUnique();
    }
}
