using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What of a goal never changes, and whether it is still there.</summary>
internal sealed class GoalRow
{
    public required GoalId Id { get; init; }

    /// <summary>Whose own goal it is; null for an assigned one.</summary>
    public PersonId? Owner { get; init; }

    public required SubjectId Subject { get; init; }
    public required Metric Metric { get; init; }

    /// <summary>The kind of its periods.</summary>
    public required PeriodKind Kind { get; init; }

    public required Instant Created { get; init; }
    public Instant? Archived { get; set; }

    /// <summary>The goal that took its place; null for one that was deleted.</summary>
    public GoalId? Replacement { get; set; }

    public required bool Shared { get; set; }

    /// <summary>Rises with every change of the goal, its versions or its pauses.</summary>
    public required int Revision { get; set; }

    public static GoalRow Of(Goal goal) =>
        new()
        {
            Id = goal.Id,
            Owner = goal.Owner,
            Subject = goal.Subject,
            Metric = goal.Metric,
            Kind = goal.Kind,
            Created = goal.Created,
            Archived = goal.Archived,
            Replacement = goal.Replacement,
            Shared = goal.Shared,
            Revision = goal.Revision,
        };

    public Goal ToGoal(IEnumerable<GoalVersionRow> versions, IEnumerable<GoalPauseRow> pauses) =>
        new(
            Id,
            Owner,
            Subject,
            Metric,
            Kind,
            Created,
            Archived,
            Replacement,
            Shared,
            Revision,
            [.. versions.OrderBy(version => version.Number).Select(version => version.ToVersion())],
            [.. pauses.OrderBy(pause => pause.Number).Select(pause => pause.ToPause())]
        );
}

internal sealed class GoalMapping : IEntityTypeConfiguration<GoalRow>
{
    public void Configure(EntityTypeBuilder<GoalRow> row)
    {
        row.ToTable("goal").HasKey(goal => goal.Id);
        row.HasIndex(goal => goal.Subject);
    }
}
