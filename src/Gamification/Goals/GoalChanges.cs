using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What a person may do with a goal of their own; each change is a revision.</summary>
public static class GoalChanges
{
    /// <summary>How long a deleted goal can be had back.</summary>
    public static readonly Duration Undoable = Duration.FromDays(1);

    /// <summary>A goal counts the whole period it is made in.</summary>
    public static Goal Made(GoalId id, PersonId owner, GoalTerms terms, Instant at, string by, Organisation organisation)
    {
        var period = Period.Of(terms.Period, organisation.DayOf(at));
        return new(
            id,
            owner,
            SubjectId.Of(owner),
            terms.Metric,
            terms.Period,
            at,
            Archived: null,
            Replacement: null,
            Shared: false,
            Revision: 1,
            [new(1, period.First!.Value, terms.Target, at, by)],
            []
        );
    }

    extension(Goal goal)
    {
        /// <summary>Another target: at once, or from the next period on when this one is completed already.</summary>
        public Goal Aiming(long target, bool isCompleted, Instant at, string by, Organisation organisation)
        {
            var period = Period.Of(goal.Kind, organisation.DayOf(at));
            var version = new GoalVersion(
                goal.Versions.Max(known => known.Number) + 1,
                (isCompleted ? period.End : period.First)!.Value,
                target,
                at,
                by
            );
            return goal.Next() with { Versions = [.. goal.Versions, version] };
        }

        public Goal PausedFrom(Instant at) => goal.Next() with { Pauses = [.. goal.Pauses, new(goal.Pauses.Count + 1, at, To: null)] };

        public Goal ResumedFrom(Instant at) =>
            goal.Next() with
            {
                Pauses = [.. goal.Pauses.Select(pause => pause.To is null ? pause with { To = at } : pause)],
            };

        public Goal ArchivedAt(Instant at, GoalId? replacement) => goal.Next() with { Archived = at, Replacement = replacement };

        public Goal Restored() => goal.Next() with { Archived = null };

        public Goal SharedWithOthers(bool isShared) => goal.Next() with { Shared = isShared };

        /// <summary>Whether it was deleted, not replaced, and not longer than a day ago.</summary>
        public bool IsRestorableAt(Instant now) => goal is { Archived: { } archived, Replacement: null } && now - archived <= Undoable;

        /// <summary>The goal in every period that a change of it may touch: from the one that holds an instant to the one after now.</summary>
        public IReadOnlySet<GoalScope> ScopesFrom(Instant from, Instant now, Organisation organisation)
        {
            if (goal.Assignment?.Only is { } only)
                return new HashSet<GoalScope> { new(goal.Id, goal.Subject, only) };

            var scopes = new HashSet<GoalScope>();
            var end = Period.Of(goal.Kind, organisation.DayOf(now)).End!.Value;
            for (var day = organisation.DayOf(from); day <= end; day = Period.Of(goal.Kind, day).End!.Value)
                scopes.Add(new(goal.Id, goal.Subject, Period.Of(goal.Kind, day).Key));

            return scopes;
        }

        private Goal Next() => goal with { Revision = goal.Revision + 1 };
    }
}
