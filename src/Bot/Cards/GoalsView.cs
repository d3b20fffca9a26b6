using Gamification.Goals;

namespace Bot.Cards;

/// <summary>A person's goals as the card shows them.</summary>
/// <param name="Goals">All of them in their present period, the oldest first.</param>
/// <param name="Past">Closed periods of a goal, the newest first.</param>
/// <param name="Shown">The goal whose page is shown; null for the page that is asked for.</param>
public sealed record GoalsView(
    IReadOnlyList<GoalStanding> Goals,
    IReadOnlyDictionary<Gamification.GoalId, IReadOnlyList<GoalStanding>> Past,
    PageWords Page,
    Gamification.GoalId? Shown = null
)
{
    /// <summary>What managers gave: the reader alone, as a member, and together with others; the oldest first.</summary>
    public IReadOnlyList<AssignedStanding> Assigned { get; init; } = [];

    /// <summary>What has just been done, in a line; null for a mere look.</summary>
    public string? Done { get; init; }

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; init; }

    /// <summary>What was just deleted and can be had back.</summary>
    public Goal? Deleted { get; init; }
}
