using Gamification.Activities;
using Gamification.Points;
using NodaTime;

namespace Gamification.Badges;

/// <summary>What one ledger key, or one goal, brings to the badges of a person at its place in the order.</summary>
/// <param name="Dated">The instant that puts it in a period.</param>
internal sealed record Contribution(
    Position At,
    Instant Dated,
    EntityId Entity,
    string? Grouping,
    Measures Measures,
    int? ReplySeconds,
    GoalOutcome? Goal = null
)
{
    public static Contribution Of(GoalOutcome goal) => new(goal.At, goal.At.Credited, default, null, default, null, goal);

    /// <summary>What takes it away again.</summary>
    public Contribution Gone => this with { Measures = default(Measures) - Measures };
}
