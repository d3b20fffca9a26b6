using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A period that is closed for everyone.</summary>
internal sealed class ClosedRow
{
    public required PeriodKey Period { get; init; }
    public required PeriodKind Kind { get; init; }
    public required Instant Start { get; init; }
    public required Instant End { get; init; }

    /// <summary>The number of the commit that closed it.</summary>
    public required long Commit { get; set; }

    public required int Version { get; set; }
    public required Instant ClosedAt { get; set; }
}

internal sealed class ClosedMapping : IEntityTypeConfiguration<ClosedRow>
{
    public void Configure(EntityTypeBuilder<ClosedRow> row) => row.ToTable("closed").HasKey(closed => closed.Period);
}
