using Bot.Cards;
using Gamification;
using Gamification.Explaining;

namespace Bot.Explaining.Assigned;

/// <summary>The activities a goal counted, and who of a team brought what.</summary>
internal static class CountedReasons
{
    private const int Told = 3;

    public static IEnumerable<string> Of(GoalStory story)
    {
        var counted = story.Trace.Counted;
        if (counted.Count == 0)
        {
            yield return story.Say($"Nothing counted in it yet.");
            yield break;
        }

        var latest = counted.Reverse().Take(Told).Select(one => $"{story.What(one)}{Late(one, story)}, {story.Format.Moment(one.Dated)}");
        yield return Sum(counted.Count(one => one.Value < 0), counted.Count, string.Join("; ", latest), story);
        if (story is { IsCollective: true, Goal.Type.IsMedian: false })
            yield return Members(story);
    }

    private static string Sum(int takenBack, int all, string list, GoalStory story)
    {
        var (n, gone) = (story.Format.Number(all - takenBack), story.Format.Number(takenBack));
        return (takenBack > 0, all > Told) switch
        {
            (false, true) => story.Say($"{n} counted, the latest: {list}."),
            (false, false) => story.Say($"{n} counted, newest first: {list}."),
            (true, true) => story.Say($"{n} counted and {gone} taken back, the latest: {list}."),
            (true, false) => story.Say($"{n} counted and {gone} taken back, newest first: {list}."),
        };
    }

    private static string Late(CountedActivity one, GoalStory story) =>
        one.At.Credited == one.At.Occurred ? "" : $" · {LateWords.Label(null, one.At.Occurred, story.Format)}";

    private static string Members(GoalStory story)
    {
        var sums = SharesTold
            .SumsOf(story, at: null)
            .OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key.Value, StringComparer.Ordinal)
            .ToList();
        var told = string.Join(", ", sums.Take(SharesTold.Most).Select(one => Part(story, one.Key, one.Value)));
        return story.Say($"By who did it: {SharesTold.AndMore(told, sums.Count, story)}.");
    }

    private static string Part(GoalStory story, PersonId person, long value) =>
        $"{story.Names.Of(person)} {GoalNumbers.Bare(story, value)}";
}
