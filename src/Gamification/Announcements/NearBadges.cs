using System.Globalization;
using Gamification.Badges;
using Gamification.People;
using NodaTime;

namespace Gamification.Announcements;

/// <summary>
/// Tells a person who wants to know that an activity brought a locked badge near. Its key is the person and their local day, so that
/// a day has at most one, whatever is near; it is planned with the commit that brought the badge near.
/// </summary>
internal static class NearBadges
{
    public const string Near = AnnouncementKinds.BadgeNear;

    /// <summary>Up to this threshold near means one step away: 90 % of 5 deals is no whole deal.</summary>
    private const long Few = 10;

    public static IEnumerable<Announcement> Of(IReadOnlyList<BadgeProgress> after, World world)
    {
        foreach (var progress in after)
            if (
                progress is { Crossed: null, Period.Length: 0 }
                && world.People.TryGetValue(progress.Person, out var person)
                && person.Hints
                && Find(world.Rules, progress.Badge) is { } badge
                && IsNear(progress.Actual, badge.Trigger.Threshold)
                && !IsNear(Before(progress, world), badge.Trigger.Threshold)
            )
                yield return Of(progress, badge, person.DayOf(progress.Last.Credited));
    }

    /// <summary>At least 90 %, or one step away where the steps are few; never at the start and never at the end.</summary>
    public static bool IsNear(long actual, long threshold) =>
        actual > 0 && actual < threshold && (threshold <= Few ? actual == threshold - 1 : (Int128)actual * 10 >= (Int128)threshold * 9);

    private static Badge? Find(Rulebook rules, string id) => rules.Badges.FirstOrDefault(badge => badge.Id == id);

    private static long Before(BadgeProgress after, World world) =>
        world.Progress.GetValueOrDefault(after.Person, []).FirstOrDefault(row => row.Badge == after.Badge && row.Period.Length == 0)?.Actual
        ?? 0;

    private static Announcement Of(BadgeProgress progress, Badge badge, LocalDate day) =>
        new(
            Near,
            HintDay.Of(progress.Person, day),
            new Recipient.Person(progress.Person),
            $"fact:{progress.Last.Fact.Connection}:{progress.Last.Fact.ExternalId}",
            progress.Last,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["badge"] = progress.Badge,
                ["person"] = progress.Person.Value,
                ["value"] = progress.Actual.ToString(CultureInfo.InvariantCulture),
                ["threshold"] = badge.Trigger.Threshold.ToString(CultureInfo.InvariantCulture),
            }
        );
}
