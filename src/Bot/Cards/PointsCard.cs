using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>A person's own ledger of a period in words: the sum, how it comes about, then its lines page by page.</summary>
public static class PointsCard
{
    /// <summary>What a chat message can be expected to hold.</summary>
    private const int OnAPage = 15;

    private static readonly IReadOnlyList<(FormattableString Label, string Word, PeriodKind Kind)> Periods =
    [
        ($"Today", "today", PeriodKind.Day),
        ($"Week", "week", PeriodKind.Week),
        ($"Month", "month", PeriodKind.Month),
        ($"Quarter", "quarter", PeriodKind.Quarter),
    ];

    public static Card Compose(PointsView view, ReaderFormat format) =>
        new(
            TeamGoalWords.Points(view.Lines.Sum(line => line.Points), format),
            [
                new CardPart.Text($"{format.Name(view.Period)} · {format.Organisation.Zone.Id}", Tone.Subtle),
                .. view.Lines.Count + view.Unscored.Count == 0 ? Nothing(view, format) : Lines(view, format),
                .. view.LeftOut.Count > 0 ? [new CardPart.Text(LateWords.Of(view.LeftOut, format), Tone.Subtle)] : Array.Empty<CardPart>(),
                new CardPart.Divider(),
                new CardPart.Selector("period", format.Say($"Period"), [.. Options(view, format)]),
            ]
        );

    private static IEnumerable<CardPart> Nothing(PointsView view, ReaderFormat format) =>
        [new CardPart.Text(format.Say($"Nothing here yet.")), new CardPart.Text(WaysToScore.Of(BoardBy.Points, view.Rules.Rules, format))];

    private static IEnumerable<CardPart> Lines(PointsView view, ReaderFormat format)
    {
        var all = view
            .Lines.Select(line => (line.At, Row: Row(line, view.Rules.Version, format)))
            .Concat(view.Unscored.Select(fact => (fact.At, Row: Row(fact, format))))
            .OrderByDescending(row => row.At)
            .Select(row => row.Row)
            .ToList();
        var (rows, page, pages) = view.Page.Cut(all, OnAPage);
        return
        [
            .. page == 1 ? PointSum.Of(view.Lines, format) : [],
            new CardPart.Ledger(rows),
            .. PageWords.Buttons(Line(view), page, pages, format),
        ];
    }

    private static LedgerRow Row(LedgerLine line, int version, ReaderFormat format)
    {
        var amount = line.Revenue == 0 ? "" : $" · {format.Money(line.Revenue)}";
        return new(
            format.Moment(line.At),
            format.Signed(line.Points),
            LedgerWords.What(line.Rule, line.Points, format) + amount + LateWords.Of(line, format),
            Why(line, version, format)
        );
    }

    private static LedgerRow Row(UnscoredFact fact, ReaderFormat format) =>
        new(format.Moment(fact.At), format.Signed(0), LedgerWords.What(fact.Kind, format), LedgerWords.Why(fact, format));

    /// <summary>Null when the line explains itself.</summary>
    private static string? Why(LedgerLine line, int version, ReaderFormat format)
    {
        IEnumerable<string?> sentences =
        [
            LedgerWords.Why(line.Reason, format),
            line.RuleVersion == version ? null : format.Say($"By version {format.Number(line.RuleVersion)} of the rules."),
        ];
        return string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } why ? why : null;
    }

    private static IEnumerable<Option> Options(PointsView view, ReaderFormat format)
    {
        foreach (var (label, word, kind) in Periods)
            yield return new(format.Say(label), $"points {word}", IsRunning(view) && kind == view.Choice.Kind);

        if (!IsRunning(view))
            yield return new(format.Name(view.Period), Line(view), Selected: true);
    }

    private static bool IsRunning(PointsView view) => !view.Choice.Last && view.Choice.Named is null;

    private static string Line(PointsView view) =>
        IsRunning(view)
            ? $"points {Periods.First(period => period.Kind == view.Choice.Kind).Word}"
            : $"points {view.Period.Key.Value.ToLowerInvariant()}";
}
