using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What a manager may do with a goal for others; each change is a revision.</summary>
public static class AssignedChanges
{
    /// <summary>Nobody but managers sees it until it is published.</summary>
    public static Goal Drafted(GoalId id, PlanTerms terms, bool isShadow, GoalStamp stamp, Organisation organisation) =>
        new Goal(
            id,
            Owner: null,
            terms.Subject,
            terms.Metric,
            terms.Kind,
            stamp.At,
            Archived: null,
            Replacement: null,
            Shared: true,
            Revision: 1,
            [Version(1, FirstDayOf(terms.Kind, terms.Only, stamp.At, organisation), terms, stamp)],
            []
        )
        {
            Assignment = new(Published: null, isShadow, terms.Only),
        };

    extension(Goal goal)
    {
        public bool IsDraft => goal.Assignment is { Published: null };

        /// <summary>Nothing of a draft is fixed.</summary>
        public Goal Redrafted(PlanTerms terms, bool isShadow, GoalStamp stamp, Organisation organisation) =>
            Drafted(goal.Id, terms, isShadow, stamp, organisation) with
            {
                Created = goal.Created,
                Revision = goal.Revision + 1,
            };

        /// <summary>It counts the whole period in which it is published.</summary>
        public Goal PublishedAt(Instant at, Organisation organisation) =>
            goal with
            {
                Assignment = goal.Assignment! with { Published = at },
                Versions =
                [
                    .. goal.Versions.Select(version =>
                        version with
                        {
                            From = FirstDayOf(goal.Kind, goal.Assignment.Only, at, organisation),
                        }
                    ),
                ],
            };

        /// <summary>Another plan from a day on; what was planned before for later days is replaced too.</summary>
        public Goal Planned(PlanTerms terms, LocalDate from, GoalStamp stamp) =>
            goal with
            {
                Revision = goal.Revision + 1,
                Versions = [.. goal.Versions, Version(goal.Versions.Max(known => known.Number) + 1, from, terms, stamp)],
            };

        /// <summary>A shadow begins to post and pay.</summary>
        public Goal OutOfShadow() => goal with { Revision = goal.Revision + 1, Assignment = goal.Assignment! with { IsShadow = false } };

        /// <summary>The period in which it stands on a day: of a goal for one period that one.</summary>
        public Period PeriodAt(LocalDate day) => PeriodOf(goal.Kind, goal.Assignment?.Only, day);
    }

    private static GoalVersion Version(int number, LocalDate from, PlanTerms terms, GoalStamp stamp) =>
        new(number, from, terms.Target, stamp.At, stamp.By) { Plan = terms.Plan, Reason = stamp.Reason };

    private static LocalDate FirstDayOf(PeriodKind kind, PeriodKey? only, Instant at, Organisation organisation) =>
        PeriodOf(kind, only, organisation.DayOf(at)).First!.Value;

    private static Period PeriodOf(PeriodKind kind, PeriodKey? only, LocalDate day) =>
        only is { } key ? Period.Parse(key)! : Period.Of(kind, day);
}

/// <summary>Who changed a goal, when, and why in their words.</summary>
/// <param name="By">A person's id or <c>api</c>.</param>
public sealed record GoalStamp(Instant At, string By, string? Reason);
