using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Storage;

namespace Bot.Cards;

/// <summary>What a plan promises and would have done, as its form and its cards tell it.</summary>
internal sealed class PlanPreviewWords(PlanTerms terms, ReaderFormat format)
{
    private bool IsPoints => terms.Plan.Accelerator is { Unit: AcceleratorUnit.Points };

    /// <summary>A row a tier: <c>Super · 110 %</c> and <c>33,000 EUR → 500 coins</c>.</summary>
    public IReadOnlyList<Fact> Tiers(PlanPreview preview) =>
        [
            .. preview.Tiers.Select(tier => new Fact(
                TeamGoalWords.Trigger(tier.Tier, format) is { Length: > 0 } percent
                    ? $"{TeamGoalWords.Tier(tier.Tier)} · {percent}"
                    : TeamGoalWords.Tier(tier.Tier),
                $"{TeamGoalWords.Value(terms.Metric, tier.Value, format)} → {TeamGoalWords.Rewards(tier.Tier.Rewards, format)}"
            )),
        ];

    /// <summary>A row an attainment: <c>At 110 % (110,000 EUR)</c> and <c>100 coins</c>.</summary>
    public IReadOnlyList<Fact> Paid(PlanPreview preview) =>
        [
            .. preview.Paid.Select(paid => new Fact(
                format.Say($"At {format.Percent(paid.BasisPoints)} ({GoalWords.Target(terms.Metric, paid.Actual, format)})"),
                string.Join(
                    ", ",
                    new[]
                    {
                        paid.Factor is { } factor ? format.Say($"points × {factor.ToString("0.####", format.Culture)}") : null,
                        paid.Paid is { } units ? Units(units) : null,
                    }.OfType<string>()
                )
            )),
        ];

    public IEnumerable<string> Cliffs(PlanPreview preview) =>
        preview.Cliffs.Select(cliff =>
            format.Say(
                $"A cliff: from {GoalWords.Target(terms.Metric, cliff.From, format)} to {GoalWords.Target(terms.Metric, cliff.To, format)} it pays {Units(cliff.Jump)} more at once ({format.Number(cliff.PaidFrom)} → {format.Number(cliff.PaidTo)}). A marginal accelerator has no such jump."
            )
        );

    public IEnumerable<string> BackTest(BackTest test)
    {
        var tiers = string.Join(", ", test.Tiers.Select(tier => History(tier, test.Periods.Count)));
        var count = format.Number(test.Periods.Count);
        yield return terms.Kind switch
        {
            PeriodKind.Week => format.Say($"In the last {count} weeks: {tiers}."),
            PeriodKind.Month => format.Say($"In the last {count} months: {tiers}."),
            PeriodKind.Quarter => format.Say($"In the last {count} quarters: {tiers}."),
            _ => format.Say($"In the last {count} ranges of that length: {tiers}."),
        };
        yield return format.Say($"It would have cost {Cost(test.Cost)}.");
    }

    /// <summary>Null where nothing is passed already.</summary>
    public string? Passed(BackTest running, IReadOnlyList<PersonView> people)
    {
        var reached = running.Periods.SelectMany(period => period.Reached).OrderBy(one => one.Key.Value, StringComparer.Ordinal).ToList();
        if (reached.Count == 0)
            return null;

        var count = running.Periods.Sum(period => period.Passed);
        var names = terms.Subject.IsCollective
            ? format.Say($"the members of this moment")
            : TeamGoalWords.Names([.. reached.Select(one => NameOf(one.Key, people))], format);
        return format.Count(
            count,
            $"{format.Number(count)} tier is passed already and is granted at once to {names}: {Cost(running.Cost)}.",
            $"{format.Number(count)} tiers are passed already and are granted at once to {names}: {Cost(running.Cost)}."
        );
    }

    public string Cost(RewardCost cost)
    {
        string[] parts =
        [
            .. cost.Coins != 0 ? [TeamGoalWords.Coins(cost.Coins, format)] : Array.Empty<string>(),
            .. cost.Points != 0 ? [TeamGoalWords.Points(cost.Points, format)] : Array.Empty<string>(),
            .. cost.Badges != 0 ? [GrantWords.Badges(cost.Badges, format)] : Array.Empty<string>(),
            .. cost.Prizes != 0 ? [GrantWords.Prizes(cost.Prizes, format)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? format.Say($"nothing") : string.Join(", ", parts);
    }

    private string History(TierHistory tier, int periods) =>
        tier.Periods == 0 ? format.Say($"{tier.Tier} never reached")
        : terms.Subject.Kind is SubjectKind.Members
            ? format.Say(
                $"{tier.Tier} reached in {format.Number(tier.Periods)} of {format.Number(periods)} ({format.Number(tier.Times)} times in all)"
            )
        : format.Say($"{tier.Tier} reached in {format.Number(tier.Periods)} of {format.Number(periods)}");

    private string Units(long units) => IsPoints ? TeamGoalWords.Points(units, format) : TeamGoalWords.Coins(units, format);

    private string NameOf(SubjectId subject, IReadOnlyList<PersonView> people) =>
        people.FirstOrDefault(person => person.Id == subject.Person) is { } person
            ? BoardNames.ToOthers(person, format)
            : format.Say($"somebody");
}
