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
            yield return "Nothing counted in it yet.";
            yield break;
        }

        var latest = counted.Reverse().Take(Told).Select(one => $"{story.What(one)}{Late(one, story)}, {story.Format.Moment(one.Dated)}");
        yield return $"{story.Format.Number(counted.Count)} counted, {(counted.Count > Told ? "the latest" : "newest first")}: {string.Join("; ", latest)}.";
        if (story is { IsCollective: true, Goal.Type.IsMedian: false })
            yield return Members(story);
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
        var told = sums.Take(SharesTold.Most).Select(one => Part(story, one.Key, one.Value));
        var more = sums.Count > SharesTold.Most ? $" and {story.Format.Number(sums.Count - SharesTold.Most)} more" : "";
        return $"By who did it: {string.Join(", ", told)}{more}.";
    }

    private static string Part(GoalStory story, PersonId person, long value) =>
        $"{story.Names.Of(person)} {GoalNumbers.Bare(story, value)}";
}
