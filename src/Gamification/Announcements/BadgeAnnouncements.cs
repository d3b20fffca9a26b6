using System.Globalization;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.People;
using NodaTime.Text;

namespace Gamification.Announcements;

/// <summary>
/// Who hears of a badge: the channels of the person's team at that moment (without a team those of the organisation) and the person.
/// Only the first unlock is told, also of a badge that repeats; earned again it is quiet. That one is taken back is told to the person
/// alone, and what was posted stays.
/// </summary>
internal static class BadgeAnnouncements
{
    public const string Unlocked = AnnouncementKinds.BadgeUnlocked;
    public const string Revoked = AnnouncementKinds.BadgeRevoked;

    public static IReadOnlyList<Announcement> Of(IReadOnlyList<Awarded> awards, World world) =>
        awards.Count == 0 ? [] : [.. awards.SelectMany(awarded => Of(awarded, world))];

    private static IEnumerable<Announcement> Of(Awarded awarded, World world) =>
        awarded.IsFirst ? UnlockOf(awarded, world)
        : awarded.Award.IsTakenBack ? [RevocationOf(awarded)]
        : [];

    private static IEnumerable<Announcement> UnlockOf(Awarded awarded, World world)
    {
        var person = world.People[awarded.Award.Person];
        var team = person.TeamOn(world.Organisation.DayOf(awarded.Award.At.Credited));
        if (person.Publicity is not Publicity.None)
            foreach (var channel in world.Channels)
                if (channel.Team == team)
                    yield return To(new Recipient.Channel(channel.Id), awarded, world);

        yield return To(new Recipient.Person(person.Id), awarded, world);
    }

    private static Announcement To(Recipient recipient, Awarded awarded, World world) =>
        new(
            Unlocked,
            $"badge:{awarded.Award.Badge}:{awarded.Award.Person}",
            recipient,
            CauseOf(awarded.Award.At.Fact),
            awarded.Award.At,
            Data(awarded, world)
        );

    /// <summary>The activity, or the close of a period; what else that one caused goes into the same post.</summary>
    public static string CauseOf(FactId fact) =>
        fact.Connection == GoalWeek.Connection ? $"{GoalWeek.Connection}:{fact.ExternalId}" : $"fact:{fact.Connection}:{fact.ExternalId}";

    /// <summary>A message of its own: it says something else than what its cause unlocked.</summary>
    private static Announcement RevocationOf(Awarded awarded) =>
        new(
            Revoked,
            $"badge:{awarded.Award.Badge}:{awarded.Award.Person}:{awarded.Award.Period}:{awarded.Award.Revision.ToString(CultureInfo.InvariantCulture)}",
            new Recipient.Person(awarded.Award.Person),
            $"revoked:{awarded.Award.At.Fact.Connection}:{awarded.Award.At.Fact.ExternalId}",
            awarded.Award.At,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["badge"] = awarded.Award.Badge,
                ["person"] = awarded.Award.Person.Value,
                ["period"] = awarded.Award.Period,
                ["fact"] = awarded.Award.At.Fact.ToString(),
            }
        );

    private static Dictionary<string, string> Data(Awarded awarded, World world)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["badge"] = awarded.Award.Badge,
            ["person"] = awarded.Award.Person.Value,
            ["number"] = awarded.Badge.Trigger.Threshold.ToString(CultureInfo.InvariantCulture),
        };
        if (awarded.Revenue > 0)
        {
            data["amount"] = awarded.Revenue.ToString(CultureInfo.InvariantCulture);
            data["currency"] = world.Organisation.Currency;
        }

        var at = awarded.Award.At;
        if (at.Credited != at.Occurred)
            data["late"] = InstantPattern.ExtendedIso.Format(at.Occurred);

        return data;
    }
}
