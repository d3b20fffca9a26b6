using Gamification;
using Gamification.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A span in which a goal does not count.</summary>
internal sealed class GoalPauseRow
{
    public required GoalId Goal { get; init; }
    public required int Number { get; init; }
    public required Instant PausedAt { get; init; }

    /// <summary>Null while the pause goes on.</summary>
    public Instant? ResumedAt { get; set; }

    public static GoalPauseRow Of(GoalId goal, GoalPause pause) =>
        new()
        {
            Goal = goal,
            Number = pause.Number,
            PausedAt = pause.From,
            ResumedAt = pause.To,
        };

    public GoalPause ToPause() => new(Number, PausedAt, ResumedAt);
}

internal sealed class GoalPauseMapping : IEntityTypeConfiguration<GoalPauseRow>
{
    public void Configure(EntityTypeBuilder<GoalPauseRow> row) =>
        row.ToTable("goal_pause").HasKey(pause => new { pause.Goal, pause.Number });
}
