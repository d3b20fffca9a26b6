using Gamification.Activities;
using NodaTime;

namespace Gamification.Points;

/// <summary>
/// What a person's local day needs to remember so that one more activity at its end is a step and not a recount.
/// Bounded by the limits, whatever the number of activities.
/// </summary>
/// <param name="Date">A local date of the person's calendar.</param>
/// <param name="Last">The last position folded; anything earlier asks for a recount.</param>
/// <param name="QuotePlaces">The quotes that hold one of the day's scored places; a voided one keeps its place.</param>
/// <param name="ReplyScores">Scored replies by conversation.</param>
/// <param name="Active">Whether the day counts as active so far.</param>
public sealed record DayState(
    PersonId Person,
    LocalDate Date,
    Position Last,
    IReadOnlyList<EntityId> QuotePlaces,
    IReadOnlyDictionary<EntityId, int> ReplyScores,
    bool Active
);
