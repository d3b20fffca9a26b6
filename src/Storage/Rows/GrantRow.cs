using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A reward given for a goal, subject, tier and period, once: the key is the identity.</summary>
internal sealed class GrantRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required TierKind Tier { get; init; }
    public required PeriodKey Period { get; init; }

    /// <summary>The version of the goal whose rewards are given.</summary>
    public required int Version { get; init; }

    /// <summary>With <see cref="Occurred"/> and the fact's identity the position of the activity that reached the tier.</summary>
    public required Instant Credited { get; init; }

    public required Instant Occurred { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }

    /// <summary>With the two that follow: a manager keeps it although the tier was never reached.</summary>
    public Instant? KeptAt { get; set; }

    public string? KeptBy { get; set; }
    public string? KeptReason { get; set; }

    public GrantKey ToKey() => new(new(Goal, Subject, Period), Tier);
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
