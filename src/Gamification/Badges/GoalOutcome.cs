using Gamification.Activities;
using Gamification.Time;

namespace Gamification.Badges;

/// <summary>
/// What a goal came to, as far as badges care. Of a month: how far a revenue goal moved in percent, at the place of the activity that
/// moved it. Of an ISO week: from 0 to 100 when a personal goal of it was completed, at its close; back to 0 when that is taken back.
/// Goals that do not count (own ones that were changed or paused, own targets below 10 U) are not told at all.
/// </summary>
/// <param name="Goal">The goal; of a week any name, one for all goals of the week.</param>
/// <param name="From">Whole percent before, rounded down.</param>
/// <param name="To">Whole percent after.</param>
public sealed record GoalOutcome(PersonId Person, string Goal, PeriodKey Period, Position At, int From, int To);
