using Gamification.Activities;
using Gamification.Points;
using Gamification.Rewards;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What a goal asks of one subject in one period.</summary>
/// <param name="Plan">Null for a person's own goal.</param>
/// <param name="Version">The number of the version that holds.</param>
internal sealed record GoalAim(Goal Goal, Period Period, GoalScope Scope, long Target, GoalPlan? Plan, int Version)
{
    private static readonly IReadOnlyList<Tier> NoTiers = [];

    public bool IsCollective => Goal.Subject.IsCollective;

    public IReadOnlyList<Tier> Tiers => Plan?.Tiers ?? NoTiers;

    /// <summary>Only what one person does is accelerated.</summary>
    public Accelerator? Accelerator => IsCollective ? null : Plan?.Accelerator;

    public bool PaysCoins => Accelerator is { Unit: AcceleratorUnit.Coins } and not Accelerator.Multiplier;

    public bool PaysPoints =>
        Accelerator is { } accelerator && (accelerator.Unit is AcceleratorUnit.Points || accelerator is Accelerator.Multiplier);

    /// <summary>Whether it matters who brought what.</summary>
    public bool LooksAtMembers =>
        IsCollective && Plan is { Collective: { Share: Sharing.Proportional } or { EveryMember: not null } or { Participation: not null } };

    private bool NeedsParts => PaysPoints || LooksAtMembers;

    /// <summary>Whether an instant lies after the period.</summary>
    public bool IsOver(NodaTime.Instant instant, NodaTime.DateTimeZone zone) => Period.EndIn(zone) <= instant;

    /// <summary>The goal for a subject in a period.</summary>
    public static GoalAim Of(Goal goal, Period period, SubjectId subject)
    {
        var version = goal.VersionIn(period)!;
        return new(goal, period, new(goal.Id, subject, period.Key), goal.TargetIn(period, subject)!.Value, version.Plan, version.Number);
    }

    /// <summary>The actual at which a tier is reached.</summary>
    public long ValueOf(Tier tier) => tier.Trigger.ValueFor(Target, Goal.Type.IsMedian);

    /// <summary>The actual from which on an accelerator of points pays; null where there is none.</summary>
    public long? FirstPaid =>
        !PaysPoints
            ? null
            : Accelerator switch
            {
                Accelerator.Marginal(_, var bands, _, _) => FromOf(bands),
                Accelerator.Retroactive(_, _, var bands, _, _) => FromOf(bands),
                Accelerator.Multiplier(var bands, _, _) => FromOf(bands),
                Accelerator.Step step => Percent(step.From),
                _ => null,
            };

    /// <summary>Whether a line of these counts is one that the goal counts; then its points may be multiplied.</summary>
    public bool Counts(Measures measures, long points) => Goal.Type.Of(measures, points) != 0;

    /// <summary>What one line brings, or a revision of it; null when nothing.</summary>
    /// <param name="isCounted">Whether the line as a whole is one that the goal counts.</param>
    public GoalChange? ChangeOf(EntryKey key, Position at, Measures measures, long points, bool isCounted)
    {
        var value = Goal.Type.Of(measures, points);
        var gate = Accelerator?.Gate is { } asked ? GoalType.Of(asked.Metric).Of(measures, points) : 0;
        var multiplied = isCounted && Accelerator is Accelerator.Multiplier ? points : 0;
        if (value == 0 && gate == 0 && multiplied == 0)
            return null;

        return new(at, value) { Gate = gate, Parts = NeedsParts ? [new(key.Person, key.Dated, value, multiplied)] : [] };
    }

    /// <summary>A fact is atomic: what it brings is added up before a trigger looks. In order of position, without what cancels out.</summary>
    public static List<GoalChange> InOrder(IEnumerable<GoalChange> changes)
    {
        var sums = new Dictionary<Position, GoalChange>();
        foreach (var change in changes)
            sums[change.At] = sums.TryGetValue(change.At, out var known) ? Together(known, change) : change;

        var ordered = sums.Values.Where(change => !change.IsNothing).ToList();
        ordered.Sort((left, right) => left.At.CompareTo(right.At));
        return ordered;
    }

    private static GoalChange Together(GoalChange first, GoalChange second) =>
        new(first.At, first.Value + second.Value)
        {
            Gate = first.Gate + second.Gate,
            Parts = first.Parts.Count + second.Parts.Count == 0 ? [] : Netted(first.Parts.Concat(second.Parts)),
        };

    /// <summary>What was moved or taken back is no part any more.</summary>
    private static List<GoalPart> Netted(IEnumerable<GoalPart> parts) =>
        [
            .. parts
                .GroupBy(part => (part.Person, part.Dated))
                .Select(of => new GoalPart(of.Key.Person, of.Key.Dated, of.Sum(part => part.Value), of.Sum(part => part.Points)))
                .OrderBy(part => part.Dated)
                .ThenBy(part => part.Person.Value, StringComparer.Ordinal),
        ];

    private long FromOf(IReadOnlyList<Band> bands) => bands.Count == 0 ? long.MaxValue : Percent(bands[0].From);

    private long Percent(long basisPoints) => new TierTrigger.Percent(basisPoints).ValueFor(Target, lowerIsBetter: false);
}
