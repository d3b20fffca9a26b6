using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What a goal is for, and whether it is still there.</summary>
internal sealed class GoalRow
{
    public required GoalId Id { get; init; }

    /// <summary>Whose own goal it is; null for an assigned one.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>With the metric and the kind fixed once the goal is published.</summary>
    public required SubjectId Subject { get; set; }

    public required Metric Metric { get; set; }

    /// <summary>The kind of its periods.</summary>
    public required PeriodKind Kind { get; set; }

    public required Instant Created { get; init; }
    public Instant? Archived { get; set; }

    /// <summary>The goal that took its place; null for one that was deleted.</summary>
    public GoalId? Replacement { get; set; }

    public required bool Shared { get; set; }

    /// <summary>Rises with every change of the goal, its versions or its pauses.</summary>
    public required int Revision { get; set; }

    /// <summary>Of an assigned goal; null while it is a draft.</summary>
    public Instant? Published { get; set; }

    public required bool Shadow { get; set; }

    /// <summary>The one period an assigned goal is for; null for one that recurs.</summary>
    public PeriodKey? OnlyPeriod { get; set; }

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
            Published = goal.Assignment?.Published,
            Shadow = goal.Assignment is { IsShadow: true },
            OnlyPeriod = goal.Assignment?.Only,
        };

    /// <summary>Takes over what a change of the goal changed.</summary>
    public void Take(Goal goal)
    {
        (Subject, Metric, Kind) = (goal.Subject, goal.Metric, goal.Kind);
        (Archived, Replacement, Shared, Revision) = (goal.Archived, goal.Replacement, goal.Shared, goal.Revision);
        (Published, Shadow, OnlyPeriod) = (goal.Assignment?.Published, goal.Assignment is { IsShadow: true }, goal.Assignment?.Only);
    }

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
        )
        {
            Assignment = Owner is null ? new(Published, Shadow, OnlyPeriod) : null,
        };
}

internal sealed class GoalMapping : IEntityTypeConfiguration<GoalRow>
{
    public void Configure(EntityTypeBuilder<GoalRow> row)
    {
        row.ToTable("goal").HasKey(goal => goal.Id);
        row.HasIndex(goal => goal.Subject);
    }
}
