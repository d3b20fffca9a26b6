using System.Diagnostics;
using Gamification.Badges;
using Gamification.Time;

namespace Bot.Cards;

/// <summary>What a badge counts and asks for, as people say it.</summary>
public static class BadgeWords
{
    private const int LongestName = 40;
    private const int LongestDescription = 160;

    public static string Name(Badge badge, ReaderFormat format) => Own(badge, badge.Name, LongestName, format);

    public static string Description(Badge badge, ReaderFormat format) => Own(badge, badge.Description, LongestDescription, format);

    /// <summary>Words of the product in the reader's language, words of a company as they were typed.</summary>
    private static string Own(Badge badge, string words, int longest, ReaderFormat format) =>
        CleanText.Of(badge.IsCustom ? words : DefaultBadgeWords.Of(words, format), longest);

    public static string Category(Badge badge, ReaderFormat format) =>
        BadgeArt.IsCustom(badge) ? format.Say($"Custom, {Category(badge.Category, format)}") : Category(badge.Category, format);

    public static string Category(BadgeCategory category, ReaderFormat format) =>
        category switch
        {
            BadgeCategory.Milestone => format.Say($"Milestone"),
            BadgeCategory.Speed => format.Say($"Speed"),
            BadgeCategory.Consistency => format.Say($"Consistency"),
            BadgeCategory.Revenue => format.Say($"Revenue"),
            _ => throw new UnreachableException($"No name for {category}."),
        };

    /// <summary>What unlocks it, with the threshold that is set.</summary>
    public static string Requirement(Badge badge, ReaderFormat format)
    {
        var least = format.Number(badge.Trigger.Threshold);
        return badge.Trigger switch
        {
            Trigger.Sum sum => Every(sum.Per, SumOf(sum, Amount(badge, sum.Threshold, format), format), format),
            Trigger.BigDeal => format.Say($"One deal of at least {Size(badge, badge.Trigger.Threshold, format)}"),
            Trigger.QuickReplies quick => format.Say(
                $"{least} of your last {format.Number(quick.Last)} measured replies within {Minutes(quick, format)} working minutes"
            ),
            Trigger.Streak => format.Say(
                $"{Amount(badge, badge.Trigger.Threshold, format)} in a row active; days off neither help nor break it"
            ),
            Trigger.PerfectWeek => format.Say($"Active on every scheduled working day of a week that has at least {least} of them"),
            Trigger.GoalWeeks => format.Say($"A personal goal completed in each of {least} closed weeks in a row"),
            Trigger.GoalMonth => format.Say($"A monthly revenue goal at {least} % or more"),
            Trigger.Given => format.Say($"Given as a reward of a team goal"),
            _ => throw new UnreachableException($"No requirement for {badge.Trigger.GetType().Name}."),
        };
    }

    /// <summary>The same inside a sentence.</summary>
    public static string LowerRequirement(Badge badge, ReaderFormat format)
    {
        var words = Requirement(badge, format);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>What stands before the requirement.</summary>
    public static string Way(Badge badge, ReaderFormat format) => badge.IsReward ? format.Say($"How to get it") : format.Say($"Unlocks at");

    private static string SumOf(Trigger.Sum sum, string amount, ReaderFormat format) =>
        sum switch
        {
            Trigger.Quotes { Threshold: 1 } => format.Say($"Send a quote"),
            Trigger.Quotes => format.Say($"Send {amount}, each counted once"),
            Trigger.Deals { Threshold: 1 } => format.Say($"Win a deal"),
            Trigger.Deals => format.Say($"Win {amount}"),
            Trigger.Revenue { Per: null } => format.Say($"Revenue of {amount} over all time"),
            Trigger.Revenue => format.Say($"Revenue of {amount}"),
            Trigger.SprintDeals => format.Say($"{amount}, each won within 7 × 24 hours of its earliest quote"),
            Trigger.Replies => format.Say($"{amount}, however quick"),
            Trigger.ActiveDays => amount,
            Trigger.Logged logged => format.Say($"{amount} of the kind “{CleanText.Of(logged.Kind, LongestName)}”"),
            _ => throw new UnreachableException($"No requirement for {sum.GetType().Name}."),
        };

    private static string Every(PeriodKind? per, string sum, ReaderFormat format) =>
        per switch
        {
            null => sum,
            PeriodKind.Day => format.Say($"{sum} in one day, every time anew"),
            PeriodKind.Week => format.Say($"{sum} in one week, every week anew"),
            PeriodKind.Month => format.Say($"{sum} in one month, every month anew"),
            PeriodKind.Quarter => format.Say($"{sum} in one quarter, every quarter anew"),
            _ => throw new UnreachableException($"No badge is won anew every {per}."),
        };

    private static string Minutes(Trigger.QuickReplies quick, ReaderFormat format) => format.Number((long)quick.Within.TotalMinutes);

    /// <summary>What counts towards it and what does not; null where the requirement says it all.</summary>
    public static string? Counted(Badge badge, ReaderFormat format) =>
        badge.Trigger switch
        {
            Trigger.Quotes => format.Say($"A quote counts once, however often it is sent, also one that was voided on a later day."),
            Trigger.Deals => format.Say(
                $"A won deal with an amount counts once; one that was reopened, lost or deleted counts again when it is won again."
            ),
            _ => null,
        };

    /// <summary><c>64 quotes</c>, <c>12,300 EUR</c>.</summary>
    public static string Amount(Badge badge, long value, ReaderFormat format)
    {
        var n = format.Number(value);
        return badge.Trigger switch
        {
            { IsMoney: true } => format.Money(value),
            Trigger.Quotes => format.Count(value, $"{n} quote", $"{n} quotes"),
            Trigger.Deals => format.Count(value, $"{n} deal", $"{n} deals"),
            Trigger.SprintDeals => format.Count(value, $"{n} fast deal", $"{n} fast deals"),
            Trigger.Replies => format.Count(value, $"{n} measured reply", $"{n} measured replies"),
            Trigger.ActiveDays or Trigger.PerfectWeek => format.Count(value, $"{n} active day", $"{n} active days"),
            Trigger.Logged => format.Count(value, $"{n} logged activity", $"{n} logged activities"),
            Trigger.QuickReplies => format.Count(value, $"{n} quick reply", $"{n} quick replies"),
            Trigger.Streak => format.Count(value, $"{n} scheduled working day", $"{n} scheduled working days"),
            Trigger.GoalWeeks => format.Count(value, $"{n} week", $"{n} weeks"),
            Trigger.GoalMonth => $"{n} %",
            Trigger.Given => format.Count(value, $"{n} time", $"{n} times"),
            _ => throw new UnreachableException($"No unit for {badge.Trigger.GetType().Name}."),
        };
    }

    /// <summary>What a threshold is a number of: <c>Deals</c>, <c>Revenue units of 1,000 EUR</c>.</summary>
    /// <param name="unit">The revenue unit in major units.</param>
    public static string Units(Badge badge, long unit, ReaderFormat format) =>
        badge.Trigger switch
        {
            { IsMoney: true } => format.Say($"Revenue units of {format.Money(format.Organisation.MinorOf(unit))}"),
            Trigger.PerfectWeek => format.Say($"Working days that a week must have"),
            Trigger.GoalMonth => format.Say($"Percent of the goal"),
            Trigger.Quotes => format.Say($"Quotes"),
            Trigger.Deals => format.Say($"Deals"),
            Trigger.SprintDeals => format.Say($"Fast deals"),
            Trigger.Replies => format.Say($"Measured replies"),
            Trigger.ActiveDays => format.Say($"Active days"),
            Trigger.Logged => format.Say($"Logged activities"),
            Trigger.QuickReplies => format.Say($"Quick replies"),
            Trigger.Streak => format.Say($"Scheduled working days"),
            Trigger.GoalWeeks => format.Say($"Weeks"),
            Trigger.Given => format.Say($"Times"),
            _ => throw new UnreachableException($"No unit for {badge.Trigger.GetType().Name}."),
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
        count > 1 ? format.Say($"×{format.Number(count)}, last on {when}") : when;

    private static string Size(Badge badge, long value, ReaderFormat format) => IsMoney(badge) ? format.Money(value) : format.Number(value);
}
