using Gamification.Activities;
using Gamification.Points;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <summary>What is told about an activity that came too late, was dated ahead, or is left out.</summary>
public static class LateWords
{
    public const string Sold = "sold";
    public const string Sent = "sent";

    /// <summary><c>late, sold 31 Oct</c>.</summary>
    /// <param name="verb">What was done then; null where that is not one thing.</param>
    public static string Label(string? verb, Instant occurred, ReaderFormat format) =>
        $"late, {verb ?? "of"} {format.ShortDay(format.Organisation.DayOf(occurred))}";

    /// <summary>The labels behind a ledger line; empty for a line in time.</summary>
    public static string Of(LedgerLine line, ReaderFormat format)
    {
        var late =
            line.Late is { } occurred && line.Rule is not RuleNames.ActiveDay ? $" · {Label(VerbOf(line.Rule), occurred, format)}" : "";
        return line.Claimed is { } claimed ? $"{late} · dated ahead, {format.Moment(claimed)}" : late;
    }

    /// <summary><c>3 activities are left out: 2 received after the close, 1 in CHF without a rate.</c></summary>
    public static string Of(IReadOnlyList<LeftOut> leftOut, ReaderFormat format) => Of(leftOut, ("activity", "activities"), format);

    /// <param name="what">What is left out, of one and of several.</param>
    public static string Of(IReadOnlyList<LeftOut> leftOut, (string One, string Many) what, ReaderFormat format)
    {
        var count = leftOut.Sum(part => part.Count);
        var parts = string.Join(", ", leftOut.Select(part => $"{format.Number(part.Count)} {Why(part)}"));
        return $"{format.Number(count)} {(count == 1 ? $"{what.One} is" : $"{what.Many} are")} left out: {parts}.";
    }

    private static string Why(LeftOut part) =>
        part.Reason switch
        {
            FactReasons.Late => "received after the close",
            FactReasons.NoRate when part.Currency is { } currency => $"in {CleanText.Of(currency, 3)} without a rate",
            FactReasons.NoRate => "without a rate",
            FactReasons.UnknownCurrency => $"in {CleanText.Of(part.Currency ?? "?", 3)}, a currency nobody knows",
            FactReasons.TooOld => "older than 35 days, for a manager to accept",
            _ => "for a manager to look at",
        };

    private static string? VerbOf(string rule) =>
        rule switch
        {
            RuleNames.Deal => Sold,
            RuleNames.Quote => Sent,
            RuleNames.Reply => "answered",
            _ => null,
        };
}
