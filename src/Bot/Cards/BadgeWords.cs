using System.Collections.Frozen;
using Gamification.Badges;

namespace Bot.Cards;

/// <summary>What a badge counts and asks for, as people say it.</summary>
public static class BadgeWords
{
    private const int LongestName = 40;
    private const int LongestDescription = 160;

    /// <summary>Where the trigger alone does not say it: the sentence with <c>{0}</c> for the threshold, and whether that is money.</summary>
    private static readonly FrozenDictionary<string, (string Requirement, string Unit)> ByBadge = new Dictionary<string, (string, string)>
    {
        ["fast-hands"] = ("{0} of your last 20 measured replies within 15 working minutes", Count("quick reply", "quick replies")),
        ["speed-demon"] = ("{0} of your last 20 measured replies within 5 working minutes", Count("quick reply", "quick replies")),
        ["sprint-finish"] = ("{0} deals, each won within 7 × 24 hours of its earliest quote", Count("fast deal", "fast deals")),
        ["perfect-week"] = (
            "Active on every scheduled working day of a week that has at least 3 of them",
            Count("active day", "active days")
        ),
        ["streak-master"] = (
            "{0} scheduled working days in a row active; days off neither help nor break it",
            Count("working day", "working days")
        ),
        ["goal-getter"] = ("A personal goal completed in each of {0} closed weeks in a row", Count("week", "weeks")),
        ["big-fish"] = ("One deal of at least {0}", Money),
        ["rainmaker"] = ("Revenue of {0} over all time", Money),
        ["target-breaker"] = ("A monthly revenue goal reached: 100 % or more", Count("", "")),
        ["million-club"] = ("Revenue of {0} over all time", Money),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Name(Badge badge) => CleanText.Of(badge.Name, LongestName);

    public static string Description(Badge badge) => CleanText.Of(badge.Description, LongestDescription);

    public static string Category(Badge badge) => BadgeArt.IsCustom(badge) ? $"Custom, {badge.Category}" : badge.Category.ToString();

    /// <summary>What unlocks it, with the threshold.</summary>
    public static string Requirement(Badge badge, ReaderFormat format) =>
        ByBadge.TryGetValue(badge.Id, out var words)
            ? words.Requirement.Replace("{0}", Size(badge, badge.Trigger.Threshold, format))
            : badge.Trigger switch
            {
                Trigger.Quotes(1) => "Send a quote",
                Trigger.Quotes => $"Send {Amount(badge, badge.Trigger.Threshold, format)}, each counted once",
                Trigger.Deals(1) => "Win a deal",
                Trigger.Deals => $"Win {Amount(badge, badge.Trigger.Threshold, format)}",
                _ => $"Reach {Amount(badge, badge.Trigger.Threshold, format)}",
            };

    /// <summary>What counts towards it and what does not; null where the requirement says it all.</summary>
    public static string? Counted(Badge badge) =>
        badge.Trigger switch
        {
            Trigger.Quotes => "A quote counts once, however often it is sent, also one that was voided on a later day.",
            Trigger.Deals =>
                "A won deal with an amount counts once; one that was reopened, lost or deleted counts again when it is won again.",
            _ => null,
        };

    /// <summary><c>64 quotes</c>, <c>12,300 EUR</c>.</summary>
    public static string Amount(Badge badge, long value, ReaderFormat format)
    {
        var unit = Unit(badge);
        if (IsMoney(badge))
            return format.Money(value);

        var words = unit.Split('|');
        return $"{format.Number(value)} {words[value == 1 ? 0 : 1]}".TrimEnd();
    }

    /// <summary><c>64/100</c>, <c>12,300/100,000 EUR</c>.</summary>
    public static string Progress(Badge badge, long value, ReaderFormat format)
    {
        var actual = Size(badge, Math.Max(0, value), format);
        var shown = IsMoney(badge) ? actual[..actual.LastIndexOf(' ')] : actual;
        return $"{shown}/{Size(badge, badge.Trigger.Threshold, format)}";
    }

    /// <summary>0–99: only an earned badge is whole.</summary>
    public static int Percent(Badge badge, long value) =>
        badge.Trigger.Threshold <= 0 ? 0 : (int)Int128.Min((Int128)Math.Max(0, value) * 100 / badge.Trigger.Threshold, 99);

    public static bool IsMoney(Badge badge) => Unit(badge) == Money;

    private const string Money = "money";

    private static string Count(string one, string many) => $"{one}|{many}";

    private static string Unit(Badge badge) =>
        ByBadge.TryGetValue(badge.Id, out var words)
            ? words.Unit
            : badge.Trigger switch
            {
                Trigger.Quotes => Count("quote", "quotes"),
                Trigger.Deals => Count("deal", "deals"),
                _ => Count("", ""),
            };

    private static string Size(Badge badge, long value, ReaderFormat format) => IsMoney(badge) ? format.Money(value) : format.Number(value);
}
