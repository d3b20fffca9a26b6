using System.Diagnostics;
using Gamification.Badges;
using Gamification.Time;

namespace Bot.Cards;

/// <summary>What a badge counts and asks for, as people say it.</summary>
public static class BadgeWords
{
    private const int LongestName = 40;
    private const int LongestDescription = 160;

    public static string Name(Badge badge) => CleanText.Of(badge.Name, LongestName);

    public static string Description(Badge badge) => CleanText.Of(badge.Description, LongestDescription);

    public static string Category(Badge badge) => BadgeArt.IsCustom(badge) ? $"Custom, {badge.Category}" : badge.Category.ToString();

    /// <summary>What unlocks it, with the threshold that is set.</summary>
    public static string Requirement(Badge badge, ReaderFormat format) =>
        badge.Trigger switch
        {
            Trigger.Sum sum => SumOf(sum, Amount(badge, sum.Threshold, format)) + Every(sum.Per),
            Trigger.BigDeal => $"One deal of at least {Size(badge, badge.Trigger.Threshold, format)}",
            Trigger.QuickReplies quick =>
                $"{format.Number(quick.Threshold)} of your last {format.Number(quick.Last)} measured replies within {Minutes(quick, format)}",
            Trigger.Streak => $"{Amount(badge, badge.Trigger.Threshold, format)} in a row active; days off neither help nor break it",
            Trigger.PerfectWeek =>
                $"Active on every scheduled working day of a week that has at least {format.Number(badge.Trigger.Threshold)} of them",
            Trigger.GoalWeeks => $"A personal goal completed in each of {format.Number(badge.Trigger.Threshold)} closed weeks in a row",
            Trigger.GoalMonth => $"A monthly revenue goal at {format.Number(badge.Trigger.Threshold)} % or more",
            Trigger.Given => "Given as a reward of a team goal",
            _ => throw new UnreachableException($"No requirement for {badge.Trigger.GetType().Name}."),
        };

    /// <summary>What stands before the requirement.</summary>
    public static string Way(Badge badge) => badge.IsReward ? "How to get it" : "Unlocks at";

    private static string SumOf(Trigger.Sum sum, string amount) =>
        sum switch
        {
            Trigger.Quotes { Threshold: 1 } => "Send a quote",
            Trigger.Quotes => $"Send {amount}, each counted once",
            Trigger.Deals { Threshold: 1 } => "Win a deal",
            Trigger.Deals => $"Win {amount}",
            Trigger.Revenue { Per: null } => $"Revenue of {amount} over all time",
            Trigger.Revenue => $"Revenue of {amount}",
            Trigger.SprintDeals => $"{amount}, each won within 7 × 24 hours of its earliest quote",
            Trigger.Replies => $"{amount}, however quick",
            Trigger.ActiveDays => amount,
            Trigger.Logged logged => $"{amount} of the kind “{CleanText.Of(logged.Kind, LongestName)}”",
            _ => throw new UnreachableException($"No requirement for {sum.GetType().Name}."),
        };

    private static string Every(PeriodKind? per) =>
        per switch
        {
            null => "",
            PeriodKind.Week => " in one week, every week anew",
            PeriodKind.Month => " in one month, every month anew",
            PeriodKind.Quarter => " in one quarter, every quarter anew",
            _ => $" in one {per.Value.ToString().ToLowerInvariant()}, every time anew",
        };

    private static string Minutes(Trigger.QuickReplies quick, ReaderFormat format) =>
        $"{format.Number((long)quick.Within.TotalMinutes)} working minutes";

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

    /// <summary>What a threshold is a number of: <c>Deals</c>, <c>Revenue units of 1,000 EUR</c>.</summary>
    /// <param name="unit">The revenue unit in major units.</param>
    public static string Units(Badge badge, long unit, ReaderFormat format) =>
        badge.Trigger switch
        {
            { IsMoney: true } => $"Revenue units of {format.Money(format.Organisation.MinorOf(unit))}",
            Trigger.PerfectWeek => "Working days that a week must have",
            Trigger.GoalMonth => "Percent of the goal",
            _ => UpperFirst(Unit(badge).Split('|')[1]),
        };

    /// <summary><c>64/100</c>, <c>12,300/100,000 EUR</c>.</summary>
    public static string Progress(Badge badge, long value, ReaderFormat format) => Progress(badge, value, badge.Trigger.Threshold, format);

    /// <param name="threshold">Of Perfect Week the scheduled days of the week; else the badge's.</param>
    public static string Progress(Badge badge, long value, long threshold, ReaderFormat format)
    {
        var actual = Size(badge, Math.Max(0, value), format);
        var shown = IsMoney(badge) ? actual[..actual.LastIndexOf(' ')] : actual;
        return $"{shown}/{Size(badge, threshold, format)}";
    }

    /// <summary>0–99: only an earned badge is whole.</summary>
    public static int Percent(Badge badge, long value) => Percent(value, badge.Trigger.Threshold);

    /// <inheritdoc cref="Progress(Badge, long, long, ReaderFormat)"/>
    public static int Percent(long value, long threshold) =>
        threshold <= 0 ? 0 : (int)Int128.Min((Int128)Math.Max(0, value) * 100 / threshold, 99);

    public static bool IsMoney(Badge badge) => badge.Trigger.IsMoney;

    /// <summary>When it was earned; of a badge that repeats how often, and when the last time: <c>×3, last on 22 Nov 2026</c>.</summary>
    public static string Times(int count, string when, ReaderFormat format) =>
        count > 1 ? $"×{format.Number(count)}, last on {when}" : when;

    private static string UpperFirst(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Count(string one, string many) => $"{one}|{many}";

    private static string Unit(Badge badge) =>
        badge.Trigger switch
        {
            Trigger.Quotes => Count("quote", "quotes"),
            Trigger.Deals => Count("deal", "deals"),
            Trigger.SprintDeals => Count("fast deal", "fast deals"),
            Trigger.Replies => Count("measured reply", "measured replies"),
            Trigger.ActiveDays or Trigger.PerfectWeek => Count("active day", "active days"),
            Trigger.Logged => Count("logged activity", "logged activities"),
            Trigger.QuickReplies => Count("quick reply", "quick replies"),
            Trigger.Streak => Count("scheduled working day", "scheduled working days"),
            Trigger.GoalWeeks => Count("week", "weeks"),
            Trigger.GoalMonth => Count("%", "%"),
            Trigger.Given => Count("time", "times"),
            Trigger.Revenue or Trigger.BigDeal => Count("", ""),
            _ => throw new UnreachableException($"No unit for {badge.Trigger.GetType().Name}."),
        };

    private static string Size(Badge badge, long value, ReaderFormat format) => IsMoney(badge) ? format.Money(value) : format.Number(value);
}
