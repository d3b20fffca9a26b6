using System.Globalization;
using Bot.Cards;
using Bot.Explaining;
using Gamification.Badges;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;

namespace Bot.Tests.Cards;

/// <summary>The fourteen badges, whatever the rules of the day know, and custom ones beside them; a person half way through.</summary>
internal static class BadgeScenes
{
    private static readonly Instant Held = Instant.FromUtc(2026, 11, 18, 8, 40);

    /// <summary>Name, category, threshold and how far the person is; at the threshold it is held.</summary>
    private static readonly IReadOnlyList<(
        string Id,
        string Name,
        BadgeCategory Category,
        int Threshold,
        int Value,
        string Description
    )> Fourteen =
    [
        ("first-sale", "First Sale", BadgeCategory.Milestone, 1, 1, "The first deal is won."),
        ("opening-move", "Opening Move", BadgeCategory.Milestone, 1, 1, "The first quote is out."),
        ("quote-machine", "Quote Machine", BadgeCategory.Milestone, 100, 64, "A hundred quotes are out."),
        ("closer", "Closer", BadgeCategory.Milestone, 25, 3, "Twenty-five deals are won."),
        ("fast-hands", "Fast Hands", BadgeCategory.Speed, 18, 17, "Clients hardly have to wait."),
        ("speed-demon", "Speed Demon", BadgeCategory.Speed, 18, 4, "Clients do not have to wait at all."),
        ("sprint-finish", "Sprint Finish", BadgeCategory.Speed, 5, 2, "From quote to win in a week."),
        ("perfect-week", "Perfect Week", BadgeCategory.Consistency, 1, 1, "No working day without a result."),
        ("streak-master", "Streak Master", BadgeCategory.Consistency, 20, 12, "Four weeks without a gap."),
        ("goal-getter", "Goal Getter", BadgeCategory.Consistency, 4, 0, "Personal goals met, week after week."),
        ("big-fish", "Big Fish", BadgeCategory.Revenue, 25_000_00, 12_300_50, "One deal that makes the month."),
        ("rainmaker", "Rainmaker", BadgeCategory.Revenue, 100_000_00, 99_999_99, "It rains revenue."),
        ("target-breaker", "Target Breaker", BadgeCategory.Revenue, 1, 0, "The monthly target is met."),
        ("million-club", "Million Club", BadgeCategory.Revenue, 1_000_000_00, 99_999_99, "A million in revenue."),
    ];

    public static IReadOnlyList<BadgeStanding> Standings(int earned = 14, int times = 3) =>
        [.. Fourteen.Select(row => Of(Badge(row.Id, row.Name, row.Category, row.Threshold, row.Description), row.Value, earned, times))];

    public static IReadOnlyList<BadgeStanding> Customs(int count, int held, Func<int, string> name, string? art = null) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new BadgeStanding(
                    new($"custom-{i}", name(i), "Thought up by the team.", BadgeCategory.Milestone, new Trigger.Deals(7))
                    {
                        IsCustom = true,
                        Art = art,
                    },
                    i <= held ? 7 : i % 7,
                    i <= held ? Held : null,
                    i <= held ? 1 : 0
                )),
        ];

    /// <summary>Everything held, and twenty custom ones, in names of one kind.</summary>
    public static IReadOnlyList<BadgeStanding> Worst(Func<int, string> name, bool held) =>
        [
            .. Standings().Select(standing => held ? standing with { Held = Held, Count = 99 } : standing with { Held = null }),
            .. Customs(20, held ? 20 : 0, name),
        ];

    public static Cabinet Own(IReadOnlyList<BadgeStanding> standings, string culture = "en-GB") =>
        new(null, null, ShowsProgress: true, standings, Format(culture));

    public static Cabinet OfOther(IReadOnlyList<BadgeStanding> standings, bool progress = false) =>
        new("Chloé Petit", "person:chloe", progress, standings, Format());

    public static BadgeStanding One(Cabinet cabinet, string id) => cabinet.Standings.Single(standing => standing.Badge.Id == id);

    public static PersonView Somebody() =>
        new(
            new("chloe"),
            "Chloé Petit",
            "chloe@example.com",
            Gamification.People.Role.Rep,
            Active: true,
            Ranked: true,
            null,
            Gamification.People.Publicity.Named,
            null,
            []
        );

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        var own = Own([.. Standings(), .. Customs(3, 1, i => $"Team spirit {i}")]);
        yield return ("cabinet", CabinetCard.Compose(own));
        yield return ("cabinet-de", CabinetCard.Compose(Own(Standings(), "de-DE")));
        yield return ("cabinet-first-days", CabinetCard.Compose(Own(Standings(earned: 0))));
        yield return ("cabinet-of-other", CabinetCard.Compose(OfOther(Standings())));
        yield return ("cabinet-of-other-with-progress", CabinetCard.Compose(OfOther(Standings(), progress: true)));
        yield return ("cabinet-of-other-empty", CabinetCard.Compose(OfOther(Standings(earned: 0))));
        yield return ("cabinet-all-earned", CabinetCard.Compose(Own(Worst(i => $"Team spirit {i}", held: true))));
        yield return ("cabinet-customs", CabinetCard.Customs(Own(Worst(i => $"Team spirit {i}", held: false)), 1));
        yield return ("cabinet-customs-none", CabinetCard.Customs(Own(Standings()), 1));
        yield return ("badge-earned", BadgeCard.Compose(own, One(own, "first-sale")));
        yield return ("badge-locked", BadgeCard.Compose(own, One(own, "rainmaker")));
        yield return ("badge-repeated", BadgeCard.Compose(own, One(own, "perfect-week")));
        yield return ("badge-custom", BadgeCard.Compose(own, One(own, "custom-2")));
        yield return ("badge-not-found", BadgeSituations.NotFound("closr <!here>", [own.Standings[3].Badge], [], Format()));
        yield return ("badge-nobody", BadgeSituations.NotFound("zzz", [], [], Format()));
        yield return ("badge-not-linked", BadgeSituations.NotLinked(Format()));
        yield return ("unlock-three", UnlockCard.Compose("Chloé Petit", Unlocks("first-sale", "big-fish", "rainmaker"), Format()));
        yield return (
            "unlock-mention",
            UnlockCard.Compose("Chloé Petit", Unlocks("first-sale", "big-fish"), Format(), "00000000-0000-0000-0000-00000000c10e")
        );
        yield return ("unlock-and-near", UnlockCard.Compose(null, Unlocks("first-sale"), Format(), near: NearOf("rainmaker")));
        yield return ("near", UnlockCard.Compose(null, [], Format(), near: NearOf("fast-hands")));
        yield return ("settings", SettingsCard.Compose(Somebody(), said: null, Format()));
        yield return (
            "settings-on",
            SettingsCard.Compose(
                Somebody() with
                {
                    Hints = true,
                    Ranked = false,
                    Alias = "Falcon",
                    Publicity = Gamification.People.Publicity.Alias,
                    Muted = Gamification.Announcements.NoticeKinds.Rewards,
                    Language = "pt-BR",
                },
                new("Saved.", Tone.Good),
                Format()
            )
        );
        yield return ("settings-unknown", SettingsCard.Compose(Somebody(), new("“volume <!here>” is no setting.", Tone.Warning), Format()));
        yield return ("channel-mention", ChannelCards.Mentions(new("slack:C1"), ChannelMention.Person, isChanged: true, Format()));
        yield return ("channel-not-connected", ChannelCards.NotConnected(new("slack:C1"), Format()));
        yield return ("badge-switched-off", BadgeSituations.SwitchedOff(own.Standings[3].Badge, Format()));
        var emoji = Own([.. Standings(), .. Customs(2, 1, i => $"Hot line {i}", "📞")]);
        yield return ("cabinet-emoji", CabinetCard.Customs(emoji, 1));
        yield return ("badge-emoji", BadgeCard.Compose(emoji, One(emoji, "custom-1")));
        yield return ("unlock-emoji", UnlockCard.Compose("Chloé Petit", [new(One(emoji, "custom-1").Badge, 7, null)], Format()));
        yield return ("badge-taken-back", UnlockCard.TakenBack([own.Standings[11].Badge], Format()));
        yield return ("badges-taken-back", UnlockCard.TakenBack([own.Standings[0].Badge, own.Standings[10].Badge], Format()));
        foreach (var (name, card) in GivenBadgeScenes.Cards())
            yield return (name, card);
        foreach (var (name, card) in BadgeSettingScenes.Cards())
            yield return (name, card);
        yield return ("why", WhyCard.Compose(Explained));
    }

    private static WhyAnswer Explained { get; } =
        new(
            "Why Quote Machine?",
            [
                "Quote Machine is locked at 64/100 (64 %): 36 quotes missing.",
                "It unlocks at: Send 100 quotes, each counted once (rules version 1).",
            ],
            [new("Quote Machine", "badges quote-machine"), new("All badges", "badges")]
        );

    private static IReadOnlyList<Unlock> Unlocks(params string[] ids) =>
        [
            .. ids.Select(id => Standings().Single(standing => standing.Badge.Id == id).Badge)
                .Select(badge => new Unlock(badge, badge.Trigger.Threshold, 25_000_00)),
        ];

    private static Near NearOf(string id) =>
        Standings().Where(standing => standing.Badge.Id == id).Select(standing => new Near(standing.Badge, standing.Value)).Single();

    private static Badge Badge(string id, string name, BadgeCategory category, int threshold, string description) =>
        new(
            id,
            name,
            description,
            category,
            BadgeCatalogue.Default.Single(badge => badge.Id == id).Trigger is var trigger and not Trigger.PerfectWeek
                ? trigger with
                {
                    Threshold = threshold,
                }
                : new Trigger.PerfectWeek(3)
        );

    private static IReadOnlyList<EarnedBadge> Weeks(int times) =>
        [
            .. Enumerable
                .Range(0, times)
                .Select(week => new EarnedBadge($"2026-W{47 - times + 1 + week}", Held - Duration.FromDays(7 * (times - 1 - week)))),
        ];

    private static BadgeStanding Of(Badge badge, int value, int earned, int times) =>
        earned > 0 && (value >= badge.Trigger.Threshold || badge.Trigger is Trigger.PerfectWeek)
            ? new(badge, value, Held, badge.Id == "perfect-week" ? times : 1)
            {
                Earned = badge.Id == "perfect-week" && times > 1 ? Weeks(times) : [],
            }
            : new(badge, earned > 0 ? value : 0, null, 0);
}
