using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>How far a goal is for one subject in one period; once that is closed, what became of it.</summary>
internal sealed class GoalProgressRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required PeriodKey Period { get; init; }
    public required long Actual { get; set; }
    public required long Peak { get; set; }

    public required Instant LastCredited { get; set; }
    public required Instant LastOccurred { get; set; }
    public required string LastConnection { get; set; }
    public required string LastExternalId { get; set; }

    /// <summary>The position since which it has stood at its target; null while below.</summary>
    public Instant? CrossedCredited { get; set; }

    public Instant? CrossedOccurred { get; set; }
    public string? CrossedConnection { get; set; }
    public string? CrossedExternalId { get; set; }

    /// <summary>With the three that follow, what the close decided; null until then.</summary>
    public GoalState? State { get; set; }

    public long? Target { get; set; }
    public int? Replies { get; set; }
    public required bool Unchanged { get; set; }

    /// <summary>What only a manager's goal has, as <see cref="StoredPromise"/> writes it; null for a person's own.</summary>
    public string? Promise { get; set; }

    public GoalProgress ToProgress() => StoredPromise.Read(Plain(), Promise);

    private GoalProgress Plain() =>
        new(
            new(Goal, Subject, Period),
            Actual,
            Peak,
            new(LastCredited, LastOccurred, new(LastConnection, LastExternalId)),
            CrossedCredited is { } credited ? new(credited, CrossedOccurred!.Value, new(CrossedConnection!, CrossedExternalId!)) : null,
            State is { } state ? new(state, Target!.Value, Replies!.Value, Unchanged) : null
        );
}

internal sealed class GoalProgressMapping : IEntityTypeConfiguration<GoalProgressRow>
{
    public void Configure(EntityTypeBuilder<GoalProgressRow> row) =>
        row.ToTable("goal_progress")
            .HasKey(progress => new
            {
                progress.Goal,
                progress.Subject,
                progress.Period,
            });
}
