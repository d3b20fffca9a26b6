using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What a close made of a goal for one subject. It names nobody but by id, and no later close changes it.</summary>
internal sealed class GoalSnapshotRow
{
    public required PeriodKey Period { get; init; }

    /// <summary>Which close of the period.</summary>
    public required int Version { get; init; }

    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required GoalState State { get; init; }

    /// <summary>In the unit of the goal's metric, as the target.</summary>
    public required long Actual { get; init; }

    public required long Target { get; init; }

    /// <summary>Hundredths of a percent, rounded down.</summary>
    public required long Attainment { get; init; }

    /// <summary>Measured replies behind a median; 0 for sums.</summary>
    public required int Replies { get; init; }

    /// <summary>With the two that follow: where the activity stands that reached the tier; null where it is not reached.</summary>
    public Instant? Base { get; init; }

    public Instant? Super { get; init; }
    public Instant? Mega { get; init; }
}

internal sealed class GoalSnapshotMapping : IEntityTypeConfiguration<GoalSnapshotRow>
{
    public void Configure(EntityTypeBuilder<GoalSnapshotRow> row) =>
        row.ToTable("goal_snapshot")
            .HasKey(snapshot => new
            {
                snapshot.Period,
                snapshot.Version,
                snapshot.Goal,
                snapshot.Subject,
            });
}
