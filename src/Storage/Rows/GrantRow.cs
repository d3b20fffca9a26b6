using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A reward given for a goal, subject, tier and period, once: the key is the identity.</summary>
internal sealed class GrantRow
{
    public required string Goal { get; init; }
    public required string Subject { get; init; }
    public required string Tier { get; init; }
    public required string Period { get; init; }

    /// <summary>With <see cref="Occurred"/> and the fact's identity the position of the activity that reached the tier.</summary>
    public required Instant Credited { get; init; }

    public required Instant Occurred { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<GrantRow>
{
    public void Configure(EntityTypeBuilder<GrantRow> row) =>
        row.ToTable("grant")
            .HasKey(grant => new
            {
                grant.Goal,
                grant.Subject,
                grant.Tier,
                grant.Period,
            });
}
