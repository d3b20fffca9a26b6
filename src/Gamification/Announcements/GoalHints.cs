using System.Globalization;
using Gamification.Goals;
using Gamification.People;
using NodaTime;

namespace Gamification.Announcements;

/// <summary>
/// Tells a person who wants to know, at half time, which of their own goals are less than half done. What is due on one day is one
/// hint: a line that claims the day, and one of each goal, which a goal has once in a period.
/// </summary>
public static class GoalHints
{
    /// <summary>One goal at half time.</summary>
    public const string Near = AnnouncementKinds.GoalNear;

    /// <summary>The day's one hint is given.</summary>
    private const string Day = "hint.day";

    public static string AboutOf(GoalScope scope) => $"goal:{scope.Goal}:{scope.Period}:near";

    public static IReadOnlyList<Announcement> Of(Person person, IReadOnlyList<HalfDone> goals, Instant now)
    {
        if (goals.Count == 0)
            return [];

        var day = HintDay.Of(person.Id, person.DayOf(now));
        return
        [
            new(Day, day, new Recipient.Person(person.Id), day, Position: null, Data(("person", person.Id.Value))),
            .. goals.Select(goal => Of(goal, person.Id, day)),
        ];
    }

    private static Announcement Of(HalfDone half, PersonId person, string day) =>
        new(
            Near,
            AboutOf(half.Scope),
            new Recipient.Person(person),
            day,
            Position: null,
            Data(
                ("goal", half.Goal.Id.Value),
                ("type", half.Goal.Type.Name),
                ("person", person.Value),
                ("period", half.Period.Key.Value),
                ("target", Text(half.Target)),
                ("actual", Text(half.Actual)),
                ("days", Text(half.DaysLeft))
            )
        );

    private static Dictionary<string, string> Data(params ReadOnlySpan<(string Name, string Value)> data)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
            texts[name] = value;

        return texts;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
