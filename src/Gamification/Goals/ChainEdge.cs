using Gamification.Rewards;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>A goal whose tier unlocks another: what both have to be for that.</summary>
internal readonly record struct ChainEdge(ChainGoal First, ChainGoal Next)
{
    /// <param name="nextIsSaved">Faults stand at the fields of the goal that is saved: the one that is unlocked, or the one that unlocks.</param>
    public void Check(bool nextIsSaved, PlanFaults faults)
    {
        var (a, b) = (First.Terms, Next.Terms);
        var tier = Next.After!.Tier;
        string Field(string ofNext, string ofFirst) => nextIsSaved ? ofNext : ofFirst;

        faults.AddWhen(
            a.Subject != b.Subject,
            Field("after.goal", "subject.id"),
            $"“{First.Name}” is of {a.Subject}, “{Next.Name}” of {b.Subject}.",
            $"Both goals of a chain are for the same person, team, its members, or the organisation."
        );
        faults.AddWhen(
            (a.Only is null) != (b.Only is null) || (a.Only is null && a.Kind != b.Kind),
            Field("after.goal", "period.kind"),
            $"“{First.Name}” is for {PeriodOf(a)}, “{Next.Name}” for {PeriodOf(b)}.",
            $"Both recur with the same kind of period, or neither recurs."
        );
        faults.AddWhen(
            a.Only is { } early && b.Only is { } late && EndsBefore(late, early),
            Field("after.goal", "period.key"),
            $"“{Next.Name}” is over before “{First.Name}” begins.",
            $"Choose another period, or another goal."
        );
        faults.AddWhen(
            GoalType.Of(a.Metric).IsMedian,
            Field("after.goal", "metric"),
            $"“{First.Name}” is decided when its period closes: too late to unlock “{Next.Name}”.",
            $"Let a goal come first that is not by response time."
        );
        faults.AddWhen(
            a.Plan.Tiers.All(has => has.Kind != tier),
            Field("after.tier", "tiers"),
            $"“{First.Name}” has no {tier.ToString().ToLowerInvariant()} tier to unlock “{Next.Name}”.",
            $"Choose a tier that it has, or add this one to it."
        );
    }

    private static FormattableString PeriodOf(PlanTerms terms) =>
        (terms.Only, terms.Kind) switch
        {
            ({ } only, _) => $"{only}",
            (_, PeriodKind.Week) => $"every week",
            (_, PeriodKind.Month) => $"every month",
            _ => $"every quarter",
        };

    private static bool EndsBefore(PeriodKey late, PeriodKey early) => Period.Parse(late)?.End <= Period.Parse(early)?.First;
}
