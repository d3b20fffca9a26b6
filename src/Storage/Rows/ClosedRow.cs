using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A period that was closed for everyone.</summary>
internal sealed class ClosedRow
{
    public required PeriodKey Period { get; init; }
    public required PeriodKind Kind { get; init; }
    public required Instant Start { get; init; }
    public required Instant End { get; init; }
    public required CloseState State { get; set; }

    /// <summary>The number of the commit that closed it last.</summary>
    public required long Commit { get; set; }

    public required int Version { get; set; }
    public required Instant ClosedAt { get; set; }

    /// <summary>What the ledger of the period was when it was closed; see <see cref="Writing.PeriodHash"/>. Empty for closes of before there was one.</summary>
    public required string Hash { get; set; }
}

internal sealed class ClosedMapping : IEntityTypeConfiguration<ClosedRow>
{
    public void Configure(EntityTypeBuilder<ClosedRow> row) => row.ToTable("closed").HasKey(closed => closed.Period);
}
