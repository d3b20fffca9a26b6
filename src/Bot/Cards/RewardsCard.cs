using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>A person's coins, prizes and grants.</summary>
public sealed record RewardsView(long Coins, PersonRewards Rewards)
{
    /// <summary>What has just been done, in a line; null for a mere look.</summary>
    public string? Done { get; init; }
}

/// <summary>What goals gave a person: the wallet with its lines in words, what was granted, and prizes with what can be done.</summary>
public static class RewardsCard
{
    public const string Line = "rewards";

    private const int LinesOnAPage = 8;
    private const int MostGrants = 6;
    private const int MostPrizes = 6;

    public static Card Compose(RewardsView view, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(Coins(view.Rewards, format), LinesOnAPage);
        return new(
            format.Say($"You have {TeamGoalWords.Coins(view.Coins, format)}"),
            [
                .. view.Done is { } done ? [new CardPart.Text(done, Tone.Good)] : Array.Empty<CardPart>(),
                .. view.Coins < 0 ? [Negative(format)] : Array.Empty<CardPart>(),
                .. IsEmpty(view.Rewards) ? Nothing(format)
                : page == 1 ? Given(view, format)
                : [],
                .. rows.Count > 0
                    ? [new CardPart.Text(format.Say($"Coins"), Tone.Subtle), new CardPart.Ledger(rows)]
                    : Array.Empty<CardPart>(),
                .. PageWords.Buttons(Line, page, pages, format),
                new CardPart.Buttons([new(format.Say($"Goals"), "goals"), new(format.Say($"Leaderboard"), "leaderboard")]),
            ]
        );
    }

    private static CardPart.Text Negative(ReaderFormat format) =>
        new(
            format.Say($"Some coins that you spent were taken back afterwards. Redeeming waits until you have enough again."),
            Tone.Warning
        );

    private static bool IsEmpty(PersonRewards rewards) =>
        rewards.Lines.Count == 0 && rewards.Accelerated.Count == 0 && rewards.Prizes.Count == 0;

    private static IReadOnlyList<CardPart> Nothing(ReaderFormat format) =>
        [
            new CardPart.Text(format.Say($"🪙 Nothing here yet.")),
            new CardPart.Text(
                format.Say(
                    $"Your manager's goals give coins, points, badges and prizes when their tiers are reached. /goals shows what you can reach now."
                ),
                Tone.Subtle
            ),
        ];

    private static IEnumerable<CardPart> Given(RewardsView view, ReaderFormat format) =>
        [
            .. view
                .Rewards.Prizes.OrderBy(prize =>
                    prize.State is PrizeState.Offered ? 0
                    : prize.State is PrizeState.Pending ? 1
                    : 2
                )
                .Take(MostPrizes)
                .Select(prize => PrizeRow(prize, view, format)),
            .. Grants(view.Rewards, format) is { Count: > 0 } grants
                ? [new CardPart.Text(format.Say($"Granted"), Tone.Subtle), new CardPart.Facts(grants)]
                : Array.Empty<CardPart>(),
        ];

    private static CardPart.Entry PrizeRow(Prize prize, RewardsView view, ReaderFormat format)
    {
        var isForCoins = prize is { State: PrizeState.Offered, Price: not null };
        var missing = isForCoins ? prize.Price!.Value - view.Coins : 0;
        return new(
            $"🎁 {TeamGoalWords.Prize(prize.Name)}",
            string.Join(
                '\n',
                new[]
                {
                    $"{State(prize, format)} · {Source(prize.Id.Grant, view.Rewards, format)}",
                    missing > 0 ? format.Say($"{TeamGoalWords.Coins(missing, format)} to go") : null,
                }.OfType<string>()
            ),
            isForCoins && missing <= 0 ? [new(format.Say($"Redeem"), $"prize-redeem {prize.Id}", Answer.Form, Primary: true)] : []
        );
    }

    private static string State(Prize prize, ReaderFormat format) =>
        prize switch
        {
            { State: PrizeState.Offered, Price: { } price } => format.Say($"◇ yours for {TeamGoalWords.Coins(price, format)}"),
            { State: PrizeState.Pending } => format.Say($"▶ your manager hands it out"),
            { State: PrizeState.Fulfilled } => format.Say($"✓ handed out"),
            _ => format.Say($"✗ cancelled"),
        };

    /// <summary>What stands of each grant, the newest first; what was taken back says so.</summary>
    private static IReadOnlyList<Fact> Grants(PersonRewards rewards, ReaderFormat format) =>
        [
            .. rewards
                .Lines.GroupBy(line => line.Grant)
                .OrderByDescending(grant => grant.Max(line => line.At.Credited))
                .Take(MostGrants)
                .Select(grant => new Fact(Source(grant.Key, rewards, format), Net([.. grant], format))),
        ];

    private static string Net(IReadOnlyList<GrantLine> lines, ReaderFormat format)
    {
        var standing = lines
            .GroupBy(line => RewardNames.KindOf(line.Reward))
            .Select(kind => (Kind: kind.Key, Amount: kind.Sum(line => line.Amount)))
            .Where(kind => kind.Amount != 0)
            .Select(kind => GrantWords.Amount(kind.Kind, kind.Amount, format))
            .ToList();
        return standing.Count == 0 ? format.Say($"taken back") : string.Join(", ", standing);
    }

    /// <summary>The newest first.</summary>
    private static IReadOnlyList<LedgerRow> Coins(PersonRewards rewards, ReaderFormat format) =>
        [
            .. rewards
                .Lines.Where(line => RewardNames.KindOf(line.Reward) == RewardNames.Coins)
                .Select(line =>
                    (
                        line.At.Credited,
                        line.Amount,
                        What: Source(line.Grant, rewards, format),
                        Why: (string?)GrantWords.Reason(line.Reason, format)
                    )
                )
                .Concat(
                    rewards.Accelerated.Select(entry =>
                        (
                            entry.At.Credited,
                            entry.Amount,
                            What: format.Say($"Beyond the target of {Goal(entry.Scope.Goal, entry.Scope.Period, rewards, format)}"),
                            Why: entry.Amount < 0 ? format.Say($"Something that counted was taken back.") : (string?)null
                        )
                    )
                )
                .Concat(rewards.Paid.Select(step => (step.At, step.Coins, What: Paid(step, rewards, format), Why: Note(step, format))))
                .OrderByDescending(line => line.Item1)
                .Select(line => new LedgerRow(format.Moment(line.Item1), format.Signed(line.Item2), line.What, line.Why)),
        ];

    private static string Paid(PrizeStep step, PersonRewards rewards, ReaderFormat format)
    {
        var name = rewards.Prizes.FirstOrDefault(prize => prize.Id == step.Prize) is { } prize
            ? TeamGoalWords.Prize(prize.Name)
            : format.Say($"a prize");
        return step.Act is PrizeAct.Redeem ? format.Say($"Redeemed: {name}") : format.Say($"Came back: {name} was cancelled");
    }

    private static string? Note(PrizeStep step, ReaderFormat format) =>
        step.Act is PrizeAct.Cancel && step.Reason is { } reason ? CleanText.Of(reason, 120)
        : step.Act is PrizeAct.Withdraw ? format.Say($"What it was given for was taken back.")
        : null;

    private static string Source(GrantKey grant, PersonRewards rewards, ReaderFormat format) =>
        format.Say($"{grant.Tier} of {Goal(grant.Scope.Goal, grant.Scope.Period, rewards, format)}");

    private static string Goal(GoalId id, PeriodKey key, PersonRewards rewards, ReaderFormat format)
    {
        var name = rewards.Goals.TryGetValue(id, out var goal) ? TeamGoalWords.Name(PlanTerms.Of(goal).Plan.Name) : format.Say($"a goal");
        return $"“{name}”, {(Period.Parse(key) is { } period ? format.Name(period) : key.Value)}";
    }
}
