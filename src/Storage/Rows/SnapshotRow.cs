using Gamification;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>Where one person stood on one board when a period was closed.</summary>
internal sealed class SnapshotRow
{
    public required PeriodKey Period { get; init; }

    /// <summary>Which close of the period.</summary>
    public required int Version { get; init; }

    public required BoardKey Board { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>By points; null for who was in no ranking.</summary>
    public required int? Rank { get; init; }

    public required long Points { get; init; }
    public required long Revenue { get; init; }
    public required int Deals { get; init; }
    public required int Quotes { get; init; }
    public required int Replies { get; init; }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<SnapshotRow>
{
    public void Configure(EntityTypeBuilder<SnapshotRow> row) =>
        row.ToTable("snapshot")
            .HasKey(snapshot => new
            {
                snapshot.Period,
                snapshot.Version,
                snapshot.Board,
                snapshot.Person,
            });
}
