using Gamification.Time;

namespace Bot.Cards;

/// <summary>The ways from one board to its neighbours: another period, scope or measure, the rest unchanged.</summary>
internal static class BoardSelectors
{
    private const int LongestScope = 24;

    private static readonly IReadOnlyList<(FormattableString Label, PeriodKind Kind)> Periods =
    [
        ($"Today", PeriodKind.Day),
        ($"Week", PeriodKind.Week),
        ($"Month", PeriodKind.Month),
        ($"Quarter", PeriodKind.Quarter),
        ($"All", PeriodKind.All),
    ];

    private static readonly IReadOnlyList<BoardBy> Measures =
    [
        BoardBy.Points,
        BoardBy.Revenue,
        BoardBy.Deals,
        BoardBy.Quotes,
        BoardBy.Target,
    ];

    public static IEnumerable<CardPart> Of(BoardView view, BoardReader reader)
    {
        yield return new CardPart.Divider();
        yield return new CardPart.Selector("period", view.Format.Say($"Period"), [.. PeriodOptions(view)]);
        if (reader.Team is { } team)
            yield return new CardPart.Selector("scope", view.Format.Say($"Scope"), [.. ScopeOptions(view, team)]);
        yield return new CardPart.Selector("measure", view.Format.Say($"Ranked by"), [.. Measures.Select(by => Measure(view, by))]);
    }

    private static IEnumerable<Option> PeriodOptions(BoardView view)
    {
        var choice = view.Choice;
        var isRunning = !choice.Last && choice.Named is null;
        foreach (var (label, kind) in Periods)
            yield return new(
                view.Format.Say(label),
                (choice with { Kind = kind, Last = false, Named = null }).Line,
                isRunning && choice.Kind == kind
            );

        if (!isRunning)
            yield return new(view.Format.Name(view.Period), choice.Line, Selected: true);
    }

    private static IEnumerable<Option> ScopeOptions(BoardView view, string team)
    {
        var choice = view.Choice with { Team = null };
        yield return new(
            CleanText.Of(team, LongestScope),
            (choice with { Company = false }).Line,
            view.Choice is { Company: false, Team: null }
        );
        yield return new(view.Format.Say($"Company"), (choice with { Company = true }).Line, view.Choice.Company);
        if (view.Choice.Team is not null)
            yield return new(CleanText.Of(view.Scope, LongestScope), view.Choice.Line, Selected: true);
    }

    private static Option Measure(BoardView view, BoardBy by) =>
        new(BoardTitle.Name(by, view.Format), (view.Choice with { By = by }).Line, view.By == by);
}
