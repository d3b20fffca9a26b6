using Gamification;
using Gamification.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What a goal asks from a period on. Versions are never edited; that of a draft is written anew until it is published.</summary>
internal sealed class GoalVersionRow
{
    public required GoalId Goal { get; init; }
    public required int Number { get; init; }

    /// <summary>The first day of the first period it holds in.</summary>
    public required LocalDate HoldsFrom { get; init; }

    /// <summary>Quotes, minor units, whole seconds, days.</summary>
    public required long Target { get; init; }

    public required Instant MadeAt { get; init; }
    public required string MadeBy { get; init; }

    /// <summary>What a manager's goal asks and promises, as <see cref="StoredPlan"/> writes it; null for a person's own.</summary>
    public string? Plan { get; init; }

    public string? Reason { get; init; }

    public static GoalVersionRow Of(GoalId goal, GoalVersion version) =>
        new()
        {
            Goal = goal,
            Number = version.Number,
            HoldsFrom = version.From,
            Target = version.Target,
            MadeAt = version.At,
            MadeBy = version.By,
            Plan = version.Plan is { } plan ? StoredPlan.Text(plan) : null,
            Reason = version.Reason,
        };

    public GoalVersion ToVersion() =>
        new(Number, HoldsFrom, Target, MadeAt, MadeBy)
        {
            Plan = Plan is null ? null : StoredPlan.Parse(Plan, Goal, Number),
            Reason = Reason,
        };
}

internal sealed class GoalVersionMapping : IEntityTypeConfiguration<GoalVersionRow>
{
    public void Configure(EntityTypeBuilder<GoalVersionRow> row) =>
        row.ToTable("goal_version").HasKey(version => new { version.Goal, version.Number });
}
