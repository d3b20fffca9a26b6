using Gamification.Rewards;
using Gamification.Time;

namespace Bot.Cards;

/// <param name="By">Who did the last thing with it.</param>
public sealed record NamedPrize(Prize Prize, string Recipient, string Goal, string? By);

/// <summary>The hand-out list: what waits first, then what was done with the others.</summary>
public static class HandOutCard
{
    private const int OnAPage = 6;
    private const string Line = "team-goals prizes";

    public static Card Compose(IReadOnlyList<NamedPrize> prizes, PageWords asked, string? done, ReaderFormat format)
    {
        var ordered = prizes.OrderBy(prize => Order(prize.Prize)).ToList();
        var (rows, page, pages) = asked.Cut(ordered, OnAPage);
        return new(
            format.Say($"Prizes"),
            [
                .. done is null ? Array.Empty<CardPart>() : [new CardPart.Text(done, Tone.Good)],
                prizes.Count == 0
                    ? new CardPart.Text(
                        format.Say($"🎁 Nothing to hand out. A prize comes here once somebody reaches a tier that promises one.")
                    )
                    : new CardPart.Text(Waiting(prizes, format), Tone.Subtle),
                .. rows.Select(prize => Row(prize, format)),
                .. PageWords.Buttons(Line, page, pages, format),
                new CardPart.Buttons([new(format.Say($"Team goals"), TeamGoalsCard.Line)]),
            ]
        );
    }

    /// <summary>One prize, as a form about it shows it.</summary>
    public static IReadOnlyList<Fact> Facts(NamedPrize prize, ReaderFormat format) =>
        [
            new(format.Say($"Prize"), TeamGoalWords.Prize(prize.Prize.Name)),
            new(format.Say($"For"), prize.Recipient),
            new(format.Say($"Goal"), $"{TeamGoalWords.Name(prize.Goal)}, {prize.Prize.Id.Grant.Tier}, {PeriodOf(prize, format)}"),
            new(format.Say($"State"), State(prize.Prize, format)),
        ];

    private static string Waiting(IReadOnlyList<NamedPrize> prizes, ReaderFormat format) =>
        prizes.Count(prize => prize.Prize.State is PrizeState.Pending) switch
        {
            0 => format.Say($"Nothing waits to be handed out."),
            var count => format.Count(count, $"One prize waits to be handed out.", $"{format.Number(count)} prizes wait to be handed out."),
        };

    private static CardPart.Entry Row(NamedPrize prize, ReaderFormat format) =>
        new(
            $"{TeamGoalWords.Prize(prize.Prize.Name)} · {prize.Recipient}",
            string.Join(
                '\n',
                new[]
                {
                    $"{State(prize.Prize, format)} · {TeamGoalWords.Name(prize.Goal)}, {prize.Prize.Id.Grant.Tier}, {PeriodOf(prize, format)}",
                    prize.Prize.Price is { } price ? format.Say($"price {TeamGoalWords.Coins(price, format)}") : null,
                    prize.Prize.IsFlagged ? format.Say($"⚠ what it was given for was taken back afterwards") : null,
                    prize is { By: { } by, Prize.Steps: [.., var last] } ? $"{by}, {format.Moment(last.At)}{Why(last.Reason)}" : null,
                }.OfType<string>()
            ),
            prize.Prize.State switch
            {
                PrizeState.Pending =>
                [
                    new(format.Say($"Handed out"), $"prize-fulfil {prize.Prize.Id}", Answer.Form, Primary: true),
                    new(format.Say($"Cancel"), $"prize-cancel {prize.Prize.Id}", Answer.Form),
                ],
                PrizeState.Offered => [new(format.Say($"Cancel"), $"prize-cancel {prize.Prize.Id}", Answer.Form)],
                _ => [],
            }
        );

    public static string State(Prize prize, ReaderFormat format) =>
        prize.State switch
        {
            PrizeState.Offered => format.Say($"◇ offered, not redeemed yet"),
            PrizeState.Pending => format.Say($"▶ to be handed out"),
            PrizeState.Fulfilled => format.Say($"✓ handed out"),
            _ => format.Say($"✗ cancelled"),
        };

    private static string Why(string? reason) => reason is null ? "" : $": {CleanText.Of(reason, 120)}";

    private static string PeriodOf(NamedPrize prize, ReaderFormat format) =>
        Period.Parse(prize.Prize.Id.Grant.Scope.Period) is { } period ? format.Name(period) : prize.Prize.Id.Grant.Scope.Period.Value;

    private static int Order(Prize prize) =>
        prize.State switch
        {
            PrizeState.Pending => 0,
            PrizeState.Offered => 1,
            _ => 2,
        };
}
