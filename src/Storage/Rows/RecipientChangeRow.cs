using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A manager added a recipient of a collective grant, or left one out. The highest number counts.</summary>
internal sealed class RecipientChangeRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required TierKind Tier { get; init; }
    public required PeriodKey Period { get; init; }
    public required int Number { get; init; }
    public required PersonId Person { get; init; }
    public required bool Added { get; init; }
    public required Instant At { get; init; }
    public required string By { get; init; }
    public required string Reason { get; init; }

    public GrantKey ToKey() => new(new(Goal, Subject, Period), Tier);
}

internal sealed class RecipientChangeMapping : IEntityTypeConfiguration<RecipientChangeRow>
{
    public void Configure(EntityTypeBuilder<RecipientChangeRow> row) =>
        row.ToTable("recipient_change")
            .HasKey(change => new
            {
                change.Goal,
                change.Subject,
                change.Tier,
                change.Period,
                change.Number,
            });
}
