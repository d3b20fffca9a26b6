using Gamification.Rewards;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>What a subject achieved in a period that is over.</summary>
/// <param name="Subject">A person's of a person or members goal; else the goal's own.</param>
/// <param name="Actual">As it is kept. A median of fewer than five replies is left out.</param>
public sealed record PastActual(SubjectId Subject, long Actual)
{
    /// <summary>What the members of a team or organisation brought, those who brought nothing too.</summary>
    public IReadOnlyList<Recipient> Members { get; init; } = [];

    /// <summary>What the metric of the gate came to.</summary>
    public long Gate { get; init; }

    /// <summary>For a multiplier: the activities in order of position.</summary>
    public IReadOnlyList<CountedPoints> Activities { get; init; } = [];
}

public sealed record PastPeriod(PeriodKey Period, IReadOnlyList<PastActual> Actuals);

/// <summary>What is given in all.</summary>
public sealed record RewardCost(long Points, long Coins, int Badges, int Prizes)
{
    public static RewardCost Nothing { get; } = new(0, 0, 0, 0);

    public static RewardCost operator +(RewardCost left, RewardCost right) =>
        new(left.Points + right.Points, left.Coins + right.Coins, left.Badges + right.Badges, left.Prizes + right.Prizes);

    public static RewardCost operator -(RewardCost left, RewardCost right) =>
        new(left.Points - right.Points, left.Coins - right.Coins, left.Badges - right.Badges, left.Prizes - right.Prizes);
}

/// <summary>How often a tier was reached.</summary>
/// <param name="Periods">In how many periods by anyone at all.</param>
/// <param name="Times">How often by one of the subjects.</param>
public sealed record TierHistory(TierKind Tier, int Periods, int Times);

/// <param name="Reached">The highest tier of each subject that reached one.</param>
public sealed record BackTestPeriod(PeriodKey Period, IReadOnlyDictionary<SubjectId, TierKind> Reached, RewardCost Cost)
{
    /// <summary>How many tiers were passed in all.</summary>
    public int Passed { get; init; }
}

/// <summary>
/// What a plan would have done in periods that are over, each played by itself at its end: without the order of events in it, so that
/// what was reached and lost again is not seen, and without chains.
/// </summary>
public sealed record BackTest(IReadOnlyList<BackTestPeriod> Periods, IReadOnlyList<TierHistory> Tiers, RewardCost Cost)
{
    /// <param name="held">What a period is played by already: what that gives is given, and is not counted. Null: nothing.</param>
    public static BackTest Of(PlanTerms terms, IReadOnlyList<PastPeriod> past, PlanTerms? held = null)
    {
        List<BackTestPeriod> periods = [.. past.Select(period => Play(terms, period, held))];
        return new(
            periods,
            [.. terms.Plan.Tiers.Select(tier => HistoryOf(tier.Kind, periods))],
            periods.Aggregate(RewardCost.Nothing, (sum, period) => sum + period.Cost)
        );
    }

    private static TierHistory HistoryOf(TierKind tier, List<BackTestPeriod> periods)
    {
        var times = periods.ConvertAll(period => period.Reached.Values.Count(reached => reached >= tier));
        return new(tier, times.Count(count => count > 0), times.Sum());
    }

    private static BackTestPeriod Play(PlanTerms terms, PastPeriod period, PlanTerms? held)
    {
        var passed = 0;
        var reached = new Dictionary<SubjectId, TierKind>();
        var cost = RewardCost.Nothing;
        foreach (var actual in period.Actuals)
        {
            var given = held is null ? [] : ReachedBy(held, actual).Select(tier => tier.Kind).ToList();
            var tiers = ReachedBy(terms, actual).Where(tier => !given.Contains(tier.Kind)).ToList();
            passed += tiers.Count;
            if (tiers.Count > 0)
                reached[actual.Subject] = tiers[^1].Kind;

            cost += tiers
                .SelectMany(tier => tier.Rewards)
                .Aggregate(RewardCost.Nothing, (sum, reward) => sum + CostOf(reward, terms, actual));
            cost += held is null ? AcceleratedBy(terms, actual) : AcceleratedBy(terms, actual) - AcceleratedBy(held, actual);
        }

        return new(period.Period, reached, cost) { Passed = passed };
    }

    private static IReadOnlyList<Tier> ReachedBy(PlanTerms terms, PastActual actual)
    {
        var attainment = new Attainment(actual.Actual, TargetOf(terms, actual), GoalType.Of(terms.Metric).IsMedian);
        return terms.Plan.Collective is { EveryMember: null, Participation: null } || AreAllIn(terms, actual)
            ? TierLadder.Reached(terms.Plan.Tiers, attainment)
            : [];
    }

    /// <summary>Everyone against their own target or an even share of the goal's.</summary>
    private static bool AreAllIn(PlanTerms terms, PastActual actual)
    {
        var (count, collective) = (actual.Members.Count, terms.Plan.Collective);
        return (collective.EveryMember is not { } each || actual.Members.All(member => Brought(member, each)))
            && (
                collective.Participation is not { } part
                || (long)actual.Members.Count(member => member.Contribution > 0) * 100_00 >= part * count
            );

        bool Brought(Recipient member, long basisPoints) =>
            terms.Plan.Targets.TryGetValue(member.Person, out var own)
                ? (Int128)member.Contribution * 100_00 >= (Int128)own * basisPoints
                : (Int128)member.Contribution * count * 100_00 >= (Int128)terms.Target * basisPoints;
    }

    private static RewardCost CostOf(Reward reward, PlanTerms terms, PastActual actual)
    {
        var recipients = terms.Subject.IsCollective ? actual.Members.Count : 1;
        return reward switch
        {
            Reward.Points(var amount) => RewardCost.Nothing with { Points = Shared(amount) },
            Reward.Coins(var amount) => RewardCost.Nothing with { Coins = Shared(amount) },
            Reward.Badge => RewardCost.Nothing with { Badges = recipients },
            Reward.Prize prize => RewardCost.Nothing with { Prizes = prize.OnceForTeam ? 1 : recipients },
            _ => throw new System.Diagnostics.UnreachableException($"No cost for {reward.GetType().Name}."),
        };

        long Shared(long amount) =>
            terms.Subject.IsCollective ? Shares.Of(terms.Plan.Collective.Share, amount, actual.Members).Sum(share => share.Amount) : amount;
    }

    private static RewardCost AcceleratedBy(PlanTerms terms, PastActual actual)
    {
        if (terms.Plan.Accelerator is not { } accelerator)
            return RewardCost.Nothing;

        var isGateReached = accelerator.Gate is not { } gate || actual.Gate >= gate.AtLeast;
        var target = TargetOf(terms, actual);
        var paid = accelerator is Accelerator.Multiplier multiplier
            ? Multiplied.ExtrasOf(multiplier, target, actual.Activities, isGateReached).Sum()
            : AcceleratorTotal.Of(accelerator, actual.Actual, target, isGateReached);
        return accelerator.Unit is AcceleratorUnit.Coins
            ? RewardCost.Nothing with
            {
                Coins = paid,
            }
            : RewardCost.Nothing with
            {
                Points = paid,
            };
    }

    private static long TargetOf(PlanTerms terms, PastActual actual) =>
        actual.Subject.Person is { } person ? terms.TargetOf(person) : terms.Target;
}
