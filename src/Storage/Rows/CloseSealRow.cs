using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One close of a period, for good: later closes have seals of their own.</summary>
internal sealed class CloseSealRow
{
    public required PeriodKey Period { get; init; }
    public required int Version { get; init; }
    public required Instant ClosedAt { get; init; }

    /// <summary>What the ledger was; see <see cref="Writing.PeriodHash"/>. Empty for a custom range.</summary>
    public required string Ledger { get; init; }

    /// <summary>What the snapshots of this version are; see <see cref="Writing.SnapshotHash"/>.</summary>
    public required string Snapshot { get; init; }
}

internal sealed class CloseSealMapping : IEntityTypeConfiguration<CloseSealRow>
{
    public void Configure(EntityTypeBuilder<CloseSealRow> row) =>
        row.ToTable("close_seal").HasKey(seal => new { seal.Period, seal.Version });
}
