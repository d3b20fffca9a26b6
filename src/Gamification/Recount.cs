using System.Collections.Frozen;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using NodaTime;

namespace Gamification;

/// <summary>A part of the game that is derived again.</summary>
/// <param name="Entities">Deals, quotes and conversations whose facts are folded again.</param>
/// <param name="Days">Days whose limits are dealt again.</param>
/// <param name="Badges">People whose badges are counted again from their whole history.</param>
public sealed record Recount(IReadOnlySet<EntityId> Entities, IReadOnlySet<DayKey> Days, IReadOnlySet<PersonId> Badges)
{
    public static Recount Nothing { get; } = new(FrozenSet<EntityId>.Empty, FrozenSet<DayKey>.Empty, FrozenSet<PersonId>.Empty);

    /// <summary>
    /// When a person's calendar was changed, where that is why: a badge that rested on it and was unlocked more than 30 days before
    /// is kept. Null for everything that the facts alone decide.
    /// </summary>
    public Instant? CalendarChanged { get; init; }

    /// <summary>Stored facts that a reopening credits to another instant, as they are from now on. Their entities are folded again.</summary>
    public IReadOnlyList<Fact> Moved { get; init; } = [];

    /// <summary>Goals that are counted again from the ledger of a period; where that is closed, those its close did not decide.</summary>
    public IReadOnlySet<GoalScope> Goals { get; init; } = FrozenSet<GoalScope>.Empty;

    /// <summary>Managers' goals are left alone: they are verified by themselves.</summary>
    public bool OwnGoalsOnly { get; init; }

    /// <summary>Whether no fact and no calendar is behind it, only goals or badges that were edited, or a close.</summary>
    internal bool IsOfSettingsOnly => Entities.Count + Days.Count + Moved.Count == 0 && Goals.Count + Badges.Count > 0;
}
