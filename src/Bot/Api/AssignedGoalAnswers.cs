using Bot.Settings;
using Gamification;
using Gamification.Goals;

namespace Bot.Api;

/// <summary>Managers' goals as the API answers them: in the units in which they are put.</summary>
internal static class AssignedGoalAnswers
{
    /// <summary>Whose progress is asked for; null where that is nobody who has the goal, or where one of many has to be named.</summary>
    /// <param name="asked">An id, or a subject as it is answered: <c>team:emea</c>.</param>
    public static SubjectId? SubjectOf(Goal goal, string? asked)
    {
        if (goal.Subject.Kind is SubjectKind.Members)
            return asked is null ? null
                : new SubjectId(asked) is { Person: not null } person ? person
                : SubjectId.Of(new PersonId(asked));

        return asked is null || asked == goal.Subject.Value || asked == goal.Subject.Person?.Value || asked == goal.Subject.Team?.Value
            ? goal.Subject
            : null;
    }

    public static GoalAnswer Of(AssignedStanding assigned, Organisation organisation)
    {
        var standing = assigned.Standing;
        return new(
            standing.Goal.Id.Value,
            standing.Goal.Type.Name,
            UnitOf(standing.Goal.Type, organisation),
            Written(standing, standing.Target, organisation),
            standing.Actual is { } actual ? Written(standing, actual, organisation) : null,
            GoalEndpoints.Percent(standing),
            standing.Period.Key.Value,
            standing.Zone.Id,
            standing.Starts.ToDateTimeOffset(),
            standing.Ends.ToDateTimeOffset(),
            JsonNames.Of(assigned.State),
            standing.OnTrack,
            standing.Replies,
            standing.Goal.Shared,
            standing.Goal.Subject.Value,
            assigned.Plan.Name,
            TiersOf(assigned, organisation)
        );
    }

    public static GoalProgressAnswer ProgressOf(AssignedStanding assigned, Organisation organisation)
    {
        var standing = assigned.Standing;
        return new(
            standing.Period.Key.Value,
            standing.Zone.Id,
            standing.Starts.ToDateTimeOffset(),
            standing.Ends.ToDateTimeOffset(),
            standing.Actual is { } actual ? Written(standing, actual, organisation) : null,
            Written(standing, standing.Target, organisation),
            GoalEndpoints.Percent(standing),
            TiersOf(assigned, organisation),
            JsonNames.Of(assigned.State),
            UnitOf(standing.Goal.Type, organisation),
            standing.Subject.Value
        );
    }

    private static IReadOnlyList<TierAnswer> TiersOf(AssignedStanding assigned, Organisation organisation) =>
        [
            .. assigned.Tiers.Select(tier => new TierAnswer(
                JsonNames.Of(tier.Tier.Kind),
                tier.Tier.Label,
                Written(assigned.Standing, tier.Value, organisation),
                JsonNames.Of(tier.State),
                tier.ReachedAt?.ToDateTimeOffset()
            )),
        ];

    private static decimal Written(GoalStanding standing, long kept, Organisation organisation) =>
        GoalCheck.Written(standing.Goal.Metric, kept, organisation);

    public static string UnitOf(GoalType type, Organisation organisation) =>
        type.Unit is GoalUnit.Minutes ? "minutes" : GoalEndpoints.UnitOf(type, organisation);
}
