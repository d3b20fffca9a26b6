using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One recipient's share of a grant: revision 0 grants, 1 reverses, 2 grants again.</summary>
internal sealed class GrantLineRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required TierKind Tier { get; init; }
    public required PeriodKey Period { get; init; }

    /// <summary>A person, or the team or organisation where something is given to all together.</summary>
    public required SubjectId Recipient { get; init; }

    /// <summary><c>coins</c>, <c>points</c>, <c>badge</c>, <c>prize</c>; a second one of a kind <c>coins:2</c>.</summary>
    public required string Reward { get; init; }

    public required int Revision { get; init; }
    public required long Amount { get; init; }
    public required string Reason { get; init; }

    /// <summary>With the three that follow the position of the activity that caused it.</summary>
    public required Instant Credited { get; init; }

    public required Instant Occurred { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }

    public GrantKey ToKey() => new(new(Goal, Subject, Period), Tier);

    public GrantLine ToLine() =>
        new(ToKey(), Recipient, Reward, Revision, Amount, Reason, new(Credited, Occurred, new(Connection, ExternalId)));
}

internal sealed class GrantLineMapping : IEntityTypeConfiguration<GrantLineRow>
{
    public void Configure(EntityTypeBuilder<GrantLineRow> row)
    {
        row.ToTable("grant_line")
            .HasKey(line => new
            {
                line.Goal,
                line.Subject,
                line.Tier,
                line.Period,
                line.Recipient,
                line.Reward,
                line.Revision,
            });
        row.HasIndex(line => line.Recipient);
    }
}
