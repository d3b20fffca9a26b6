using Gamification.Points;
using Gamification.Time;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>A person's own ledger of a period in words: the sum, then its newest lines.</summary>
public static class PointsCard
{
    /// <summary>What a chat message can be expected to hold.</summary>
    public const int Shown = 15;

    private static readonly IReadOnlyList<(string Label, string Word, PeriodKind Kind)> Periods =
    [
        ("Today", "today", PeriodKind.Day),
        ("Week", "week", PeriodKind.Week),
        ("Month", "month", PeriodKind.Month),
        ("Quarter", "quarter", PeriodKind.Quarter),
    ];

    /// <param name="lines">All lines of the period, newest first.</param>
    /// <param name="leftOut">What occurred in the period and does not count.</param>
    public static Card Compose(
        IReadOnlyList<LedgerLine> lines,
        BoardChoice choice,
        Period period,
        ReaderFormat format,
        PointRules rules,
        IReadOnlyList<LeftOut>? leftOut = null
    ) =>
        new(
            $"{format.Number(lines.Sum(line => line.Points))} points",
            [
                new CardPart.Text($"{format.Name(period)} · {format.Organisation.Zone.Id}", Tone.Subtle),
                .. lines.Count == 0 ? Nothing(rules) : Lines(lines, format),
                .. leftOut is { Count: > 0 } ? [new CardPart.Text(LateWords.Of(leftOut, format), Tone.Subtle)] : Array.Empty<CardPart>(),
                new CardPart.Divider(),
                new CardPart.Selector("period", "Period", [.. Options(choice, period, format)]),
            ]
        );

    private static IEnumerable<CardPart> Nothing(PointRules rules) =>
        [new CardPart.Text("Nothing here yet."), new CardPart.Text(WaysToScore.Of(BoardBy.Points, rules))];

    private static IEnumerable<CardPart> Lines(IReadOnlyList<LedgerLine> lines, ReaderFormat format)
    {
        yield return new CardPart.Ledger([.. lines.Take(Shown).Select(line => Row(line, format))]);
        if (lines.Count > Shown)
            yield return new CardPart.Text($"and {format.Number(lines.Count - Shown)} earlier lines", Tone.Subtle);
    }

    private static LedgerRow Row(LedgerLine line, ReaderFormat format)
    {
        var amount = line.Revenue == 0 ? "" : $" · {format.Money(line.Revenue)}";
        return new(
            format.Moment(line.At),
            format.Signed(line.Points),
            LedgerWords.What(line.Rule, line.Points) + amount + LateWords.Of(line, format),
            LedgerWords.Why(line.Reason)
        );
    }

    private static IEnumerable<Option> Options(BoardChoice choice, Period period, ReaderFormat format)
    {
        var isRunning = !choice.Last && choice.Named is null;
        foreach (var (label, word, kind) in Periods)
            yield return new(label, $"points {word}", isRunning && kind == choice.Kind);

        if (!isRunning)
            yield return new(format.Name(period), $"points {period.Key.Value.ToLowerInvariant()}", Selected: true);
    }
}
