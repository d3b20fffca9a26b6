using Bot.Cards;
using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Tests.Cards;

/// <summary>A badge that goals give: not given yet, given three times, told with the tier and taken back with it.</summary>
internal static class GivenBadgeScenes
{
    private static readonly Recipient Ana = new Recipient.Person(new("ana"));
    private static readonly Recipient Channel = new Recipient.Channel(new("slack:C01"));

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        var (locked, given) = (Cabinet(0), Cabinet(3));
        yield return ("cabinet-reward-locked", CabinetCard.Customs(locked, 1));
        yield return ("cabinet-reward", CabinetCard.Customs(given, 1));
        yield return ("badge-reward-locked", BadgeCard.Compose(locked, Reward(locked)));
        yield return ("badge-reward", BadgeCard.Compose(given, Reward(given)));
        yield return ("reward-with-badge", Told("tier.reached", Ana));
        yield return ("reward-with-badge-in-channel", Told("team.reward", Channel));
        yield return ("reward-with-badge-taken-back", Told("reversal", Ana));
    }

    private static Cabinet Cabinet(int times) =>
        BadgeScenes.Own([
            .. BadgeScenes.Standings(),
            new(BadgeSettingScenes.Reward, Math.Min(times, 1), times > 0 ? Instant.FromUtc(2026, 11, 18, 8, 40) : null, times)
            {
                Earned =
                [
                    .. Enumerable.Range(0, times).Select(i => new EarnedBadge($"2026-{9 + i:00}", Instant.FromUtc(2026, 9 + i, 18, 8, 40))),
                ],
            },
        ]);

    private static BadgeStanding Reward(Cabinet cabinet) => BadgeScenes.One(cabinet, BadgeSettingScenes.Reward.Id);

    private static Card Told(string kind, Recipient to)
    {
        var announcement = new Announcement(
            kind,
            "tier:push:person:ana:2026-11:super",
            to,
            "fact:crm:d1",
            null,
            new Dictionary<string, string>
            {
                ["goal"] = "push",
                ["tier"] = "super",
                ["badges"] = $"{BadgeSettingScenes.Reward.Id} gone",
            }
        );
        return new(
            "What a goal brought",
            [.. GivenBadgeRows.Of([announcement], to, [(BadgeSettingScenes.Reward, false)], BoardScenes.Format())]
        );
    }
}
