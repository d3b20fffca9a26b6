using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>How far a verification or replay has come in one phase, so that one that was interrupted goes on there.</summary>
internal sealed class CheckupRow
{
    /// <summary><c>verify</c> or <c>replay</c>.</summary>
    public required string Kind { get; init; }

    public required string Phase { get; init; }

    /// <summary>Where the next part begins; null when the phase is through.</summary>
    public string? Cursor { get; set; }

    public required long Rows { get; set; }
    public required long Differences { get; set; }

    /// <summary>Grants that managers keep.</summary>
    public required long Kept { get; set; }
}

internal sealed class CheckupMapping : IEntityTypeConfiguration<CheckupRow>
{
    public void Configure(EntityTypeBuilder<CheckupRow> row) =>
        row.ToTable("checkup").HasKey(checkup => new { checkup.Kind, checkup.Phase });
}
