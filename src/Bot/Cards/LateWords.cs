using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <summary>What was done long before it was reported.</summary>
public enum LateDeed
{
    Sold,
    Sent,
    Answered,
}

/// <summary>What is told about an activity that came too late, was dated ahead, or is left out.</summary>
public static class LateWords
{
    /// <summary><c>late, sold 31 Oct</c>.</summary>
    /// <param name="done">What was done then; null where that is not one thing.</param>
    public static string Label(LateDeed? done, Instant occurred, ReaderFormat format)
    {
        var day = format.ShortDay(format.Organisation.DayOf(occurred));
        return done switch
        {
            LateDeed.Sold => format.Say($"late, sold {day}"),
            LateDeed.Sent => format.Say($"late, sent {day}"),
            LateDeed.Answered => format.Say($"late, answered {day}"),
            _ => format.Say($"late, of {day}"),
        };
    }

    /// <summary>The labels behind a ledger line; empty for a line in time.</summary>
    public static string Of(LedgerLine line, ReaderFormat format)
    {
        var late =
            line.Late is { } occurred && line.Rule is not RuleNames.ActiveDay ? $" · {Label(DeedOf(line.Rule), occurred, format)}" : "";
        return line.Claimed is { } claimed ? $"{late} · {format.Say($"dated ahead, {format.Moment(claimed)}")}" : late;
    }

    /// <summary><c>3 activities are left out: 2 received after the close, 1 in CHF without a rate.</c></summary>
    public static string Of(IReadOnlyList<LeftOut> leftOut, ReaderFormat format)
    {
        var count = leftOut.Sum(part => part.Count);
        return format.Count(
            count,
            $"{format.Number(count)} activity is left out: {Parts(leftOut, format)}.",
            $"{format.Number(count)} activities are left out: {Parts(leftOut, format)}."
        );
    }

    /// <summary>The same of what a goal counts.</summary>
    public static string Of(IReadOnlyList<LeftOut> leftOut, Metric metric, ReaderFormat format)
    {
        var count = leftOut.Sum(part => part.Count);
        var (n, parts) = (format.Number(count), Parts(leftOut, format));
        return metric switch
        {
            Metric.Quotes => format.Count(count, $"{n} quote is left out: {parts}.", $"{n} quotes are left out: {parts}."),
            Metric.Deals or Metric.Revenue => format.Count(count, $"{n} deal is left out: {parts}.", $"{n} deals are left out: {parts}."),
            Metric.ResponseTime => format.Count(count, $"{n} message is left out: {parts}.", $"{n} messages are left out: {parts}."),
            _ => Of(leftOut, format),
        };
    }

    /// <summary><c>2 received after the close, 1 in CHF without a rate</c>.</summary>
    private static string Parts(IReadOnlyList<LeftOut> leftOut, ReaderFormat format) =>
        string.Join(", ", leftOut.Select(part => Part(part, format.Number(part.Count), format)));

    private static string Part(LeftOut part, string count, ReaderFormat format) =>
        part.Reason switch
        {
            FactReasons.Late => format.Say($"{count} received after the close"),
            FactReasons.NoRate when part.Currency is { } currency => format.Say($"{count} in {CleanText.Of(currency, 3)} without a rate"),
            FactReasons.NoRate => format.Say($"{count} without a rate"),
            FactReasons.UnknownCurrency => format.Say($"{count} in {CleanText.Of(part.Currency ?? "?", 3)}, a currency nobody knows"),
            FactReasons.TooOld => format.Say($"{count} older than 35 days, for a manager to accept"),
            _ => format.Say($"{count} for a manager to look at"),
        };

    private static LateDeed? DeedOf(string rule) =>
        rule switch
        {
            RuleNames.Deal => LateDeed.Sold,
            RuleNames.Quote => LateDeed.Sent,
            RuleNames.Reply => LateDeed.Answered,
            _ => null,
        };
}
