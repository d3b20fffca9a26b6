using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;

namespace Storage.Tests.Databases;

/// <summary>Managers' goals of every subject, with tiers, accelerators, a chain, badges and every way to share, so easy that a short history passes them.</summary>
internal static class EasyPromises
{
    public static IReadOnlyList<Goal> All { get; } =
    [
        Promise.Goal(
            "1-ann",
            Promise.Person("ann"),
            Metric.Deals,
            1,
            Promise.Base(Promise.Coins(5), Promise.Points(3), Promise.Badge("hero")),
            Promise.At(TierKind.Super, 200, Promise.Points(4), Promise.Badge("star"))
        ),
        Promise
            .Goal("2-next", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Coins(9), Promise.Badge("hero")))
            .After("1-ann"),
        Promise.Goal("2-sold", Promise.Person("ann"), Metric.Revenue, 50_000, Promise.Base(Promise.Coins(2))).After("1-ann"),
        Promise
            .Goal("3-bob", Promise.Person("bob"), Metric.Revenue, 100_000)
            .Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, null, 1)], null, new(Metric.Quotes, 1)))
            .Every(PeriodKind.Quarter),
        Promise
            .Goal(
                "4-members",
                Promise.Members,
                Metric.Quotes,
                1,
                Promise.Base(Promise.Badge("hero"), Promise.Badge("star"), Promise.Coins(1))
            )
            .Paying(new Accelerator.Multiplier([new(100_00, null, 2)], null, null))
            .Every(PeriodKind.Week),
        Promise
            .Goal(
                "5-team",
                Promise.North,
                Metric.Revenue,
                50_000,
                Promise.Base(Promise.Coins(101), Promise.Badge("hero")),
                Promise.At(TierKind.Super, 200, Promise.Points(7))
            )
            .Sharing(Sharing.Proportional),
        Promise
            .Goal("6-team", Promise.North, Metric.Points, 60, Promise.Base(Promise.Coins(10)))
            .If(everyMember: 10, participation: 60)
            .Every(PeriodKind.Week),
        Promise
            .Goal("7-all", SubjectId.Organisation, Metric.ActiveDays, 3, Promise.Base(Promise.Points(11), Promise.Badge("star")))
            .Sharing(Sharing.Even),
    ];
}
