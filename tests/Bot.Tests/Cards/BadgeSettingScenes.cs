using Bot.Cards;
using Bot.Forms;
using Gamification.Badges;
using Gamification.Time;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;

namespace Bot.Tests.Cards;

/// <summary>Badges as an admin sets them: a threshold changed, one switched off, one of the company's own, another unit from tomorrow on.</summary>
internal static class BadgeSettingScenes
{
    private static readonly CustomBadge HotLine = new(
        "Hot Line",
        "Ten calls in a week.",
        BadgeCategory.Consistency,
        "📞",
        BadgeMeasure.Logged,
        "call",
        PeriodKind.Week
    );

    private static readonly CustomBadge TeamHero = new(
        "Team *Hero* <!here>",
        "For who carries the team.",
        BadgeCategory.Revenue,
        "🦸",
        null,
        null,
        null
    );

    private static readonly BadgeSettings Settings = new([
        new("closer", 1, 30, IsDisabled: false),
        new("speed-demon", 1, null, IsDisabled: true),
        new("hot-line", 1, 10, IsDisabled: false) { Custom = HotLine },
        new("team-hero", 1, null, IsDisabled: false) { Custom = TeamHero },
        new(BadgeSetting.RevenueUnit, 1, 2_000, IsDisabled: false) { From = new LocalDate(2026, 11, 19) },
    ]);

    private static BadgeBook Book { get; } = new(Settings.All(null, BadgeCatalogue.Default, Paris), Settings, 1_000);

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        yield return ("badge-settings", BadgeSettingsCard.Compose(Book, new(1, []), said: null, Format()));
        yield return (
            "badge-settings-page-2",
            BadgeSettingsCard.Compose(Book, new(2, []), "There is no badge called “*closr* <!here>”.", Format())
        );
        yield return ("badge-asked", BadgeSettingsCard.Of(One("closer"), isDisabled: false, Format()));
        yield return ("badge-saved", BadgeSettingsCard.Saved(One("closer"), isDisabled: false, isChanged: true, Format()));
        yield return ("badge-saved-off", BadgeSettingsCard.Saved(One("hot-line"), isDisabled: true, isChanged: true, Format()));
        yield return ("badge-saved-reward", BadgeSettingsCard.Saved(One("team-hero"), isDisabled: false, isChanged: true, Format()));
        yield return ("badge-unchanged", BadgeSettingsCard.Saved(One("rainmaker"), isDisabled: false, isChanged: false, Format()));
    }

    /// <summary>A badge that only goals give.</summary>
    public static Badge Reward => One("team-hero");

    public static IEnumerable<(string Name, Form Form, IReadOnlyList<FieldError> Errors)> Forms()
    {
        yield return (
            "badge",
            new(
                "badge",
                "First Sale",
                BadgeFields.OfDefault(One("first-sale"), false, One("first-sale"), Book, Format()),
                "Save",
                "first-sale:0"
            ),
            []
        );
        yield return (
            "badge-new-wrong",
            Filled(new("badge-new", "New badge", BadgeFields.OfOwn(null, null, false, Book, Format()), "Add")),
            [
                new("name", "There is a badge of this name already. Choose another name."),
                new("art", "Write one emoji, or one of big-fish, closer; or leave it empty."),
                new("threshold", "Write a number from 1 to 1,000,000."),
                new("kind", "Name the kind of activity that counts, as the CRM names it: for example call."),
            ]
        );
        yield return (
            "badge-reward",
            new("badge", "Team Hero", BadgeFields.OfOwn(TeamHero, null, false, Book, Format()), "Save", "team-hero:1"),
            [
                new(
                    "measure",
                    "The goal “Push” gives this badge, so it can have no trigger. "
                        + "Take the badge out of the goal's rewards or archive the goal first; or add another badge."
                ),
            ]
        );
        yield return (
            "badge-own",
            new("badge", "Hot Line", BadgeFields.OfOwn(HotLine, 10, true, Book, Format()), "Save", "hot-line:1"),
            []
        );
    }

    private static Form Filled(Form form) =>
        form.With(
            new(
                new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    ["name"] = ["Closer <!here>"],
                    ["description"] = ["Ten calls in a week."],
                    ["art"] = ["https://example.com/x.png"],
                    ["category"] = ["consistency"],
                    ["measure"] = ["logged"],
                    ["threshold"] = ["0"],
                    ["per"] = ["week"],
                    ["enabled"] = ["on"],
                }
            )
        );

    private static Badge One(string id) => Book.All.Single(one => one.Badge.Id == id).Badge;
}
