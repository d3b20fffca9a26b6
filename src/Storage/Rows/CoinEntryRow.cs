using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One difference an accelerator posted.</summary>
internal sealed class CoinEntryRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required PeriodKey Period { get; init; }
    public required int Sequence { get; init; }
    public required long Amount { get; init; }

    /// <summary>With the three that follow the position of the activity that caused it.</summary>
    public required Instant Credited { get; init; }

    public required Instant Occurred { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
    public required string Reason { get; init; }

    public CoinEntry ToEntry() =>
        new(new(Goal, Subject, Period), Sequence, Amount, new(Credited, Occurred, new(Connection, ExternalId)), Reason);
}

internal sealed class CoinEntryMapping : IEntityTypeConfiguration<CoinEntryRow>
{
    public void Configure(EntityTypeBuilder<CoinEntryRow> row)
    {
        row.ToTable("coin_entry")
            .HasKey(coins => new
            {
                coins.Goal,
                coins.Subject,
                coins.Period,
                coins.Sequence,
            });
        row.HasIndex(coins => coins.Subject);
    }
}
