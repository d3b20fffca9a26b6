using Gamification.Activities;
using NodaTime;

namespace Gamification.Goals;

/// <summary>What one fact adds to a goal: everything it brings, before a target or a trigger looks.</summary>
internal readonly record struct GoalChange(Position At, long Value)
{
    private static readonly IReadOnlyList<GoalPart> NoParts = [];

    /// <summary>What it adds to the metric that opens the accelerator.</summary>
    public long Gate { get; init; }

    /// <summary>Line by line; only where the goal asks who brought what, or pays points.</summary>
    public IReadOnlyList<GoalPart> Parts { get; init; } = NoParts;

    public bool IsNothing => Value == 0 && Gate == 0 && Parts.All(part => part is { Value: 0, Points: 0 });

    /// <summary>Whose ledger, and under which instant, an extra for it belongs: where most of it stands.</summary>
    public GoalPart Main => Parts.OrderByDescending(part => Math.Abs(part.Value)).ThenBy(part => part.Dated).First();
}

/// <summary>What one ledger line adds to a goal.</summary>
/// <param name="Points">After limits; 0 where the line does not count for the goal's metric.</param>
internal readonly record struct GoalPart(PersonId Person, Instant Dated, long Value, long Points);
