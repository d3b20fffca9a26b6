using Gamification;
using Gamification.Goals;

namespace Bot.Explaining.Assigned;

/// <summary>What a collective goal asks of its members besides their sum, and who is missing.</summary>
internal static class ConditionReasons
{
    public static IEnumerable<string> Of(GoalStory story)
    {
        var members = MembersOf(story, story.Now < story.Standing.Ends ? story.Now : story.Standing.Ends - NodaTime.Duration.Epsilon);
        var sums = SharesTold.SumsOf(story, at: null);
        if (story.Plan.Collective.EveryMember is { } each)
            yield return EveryMember(story, each, members, sums);
        if (story.Plan.Collective.Participation is { } part)
            yield return Participation(story, part, members, sums);
    }

    /// <summary>The active members at an instant, in the order of their ids.</summary>
    public static IReadOnlyList<PersonId> MembersOf(GoalStory story, NodaTime.Instant at)
    {
        var day = story.Format.Organisation.DayOf(at);
        return
        [
            .. story
                .Trace.Memberships.Where(one =>
                    story.Trace.IsActiveAt(one.Key, at)
                    && (story.Goal.Subject.Team is null || one.Value.Any(membership => membership.Holds(day)))
                )
                .Select(one => one.Key)
                .OrderBy(id => id.Value, StringComparer.Ordinal),
        ];
    }

    private static string EveryMember(GoalStory story, long each, IReadOnlyList<PersonId> members, IReadOnlyDictionary<PersonId, long> sums)
    {
        var missing = members
            .Where(member =>
                !Conditions.HasPart(story.Plan, story.Standing.Target, (member, sums.GetValueOrDefault(member)), members.Count)
            )
            .ToList();
        var n = story.Format.Number(members.Count);
        var rule = story.Say(
            $"Every member has to reach {story.Format.Percent(each)} of a target of their own, or else of an even share: {GoalNumbers.Bare(story, story.Standing.Target)} ÷ {n}."
        );
        var state =
            missing.Count == 0
                ? story.Say($"All {n} do now; it counts at the activity where the sum and everybody's part hold together.")
                : story.Say($"Missing: {List(story, missing, sums)}.");
        return $"{rule} {state}";
    }

    private static string Participation(
        GoalStory story,
        long part,
        IReadOnlyList<PersonId> members,
        IReadOnlyDictionary<PersonId, long> sums
    )
    {
        var took = members.Count(member => sums.GetValueOrDefault(member) > 0);
        return story.Say(
            $"{story.Format.Percent(part)} of the members have to take part: {story.Format.Number(took)} of {story.Format.Number(members.Count)} do."
        );
    }

    private static string List(GoalStory story, List<PersonId> people, IReadOnlyDictionary<PersonId, long> sums) =>
        SharesTold.AndMore(
            string.Join(
                ", ",
                people
                    .Take(SharesTold.Most)
                    .Select(person => story.Say($"{story.Names.Of(person)} with {GoalNumbers.Bare(story, sums.GetValueOrDefault(person))}"))
            ),
            people.Count,
            story
        );
}
