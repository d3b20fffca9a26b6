using System.Globalization;
using CsCheck;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests.Playing;

/// <summary>
/// Generated histories of four people in four zones and two teams, who share deals, void and send again, hand over, reopen and win
/// again, answer in turns, often at the very same instant.
/// </summary>
internal static class Histories
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 15, 20, 0);
    private static readonly string[] Names = ["ann", "bob", "cyd", "dan"];

    public static IReadOnlyList<Person> People { get; } =
    [
        Company.Person("ann", "north"),
        Company.Person("bob", "north", "America/New_York"),
        Company.Person("cyd", "south", "Asia/Tokyo"),
        Company.Person("dan", null, "Pacific/Kiritimati"),
    ];

    /// <summary>Three days, or eighty: the thirty days in which a badge can be revoked lie between.</summary>
    public static Gen<IReadOnlyList<Reported>> All { get; } =
        Gen.Select(
            Step.List[1, 60],
            Of(1, 1, 24),
            (steps, scale) => (IReadOnlyList<Reported>)[.. steps.Select((step, number) => Report(step, number, scale))]
        );

    /// <summary>The same kind of history, arriving in time, at the borders of the grace, and weeks too late.</summary>
    public static Gen<IReadOnlyList<Reported>> Late { get; } =
        Gen.Select(All, Of(0, 1, 1, 47, 48, 49, 7 * 24, 9 * 24, 30 * 24).Array[60])
            .Select(
                (history, delays) =>
                    (IReadOnlyList<Reported>)
                        [
                            .. history
                                .Select(
                                    (reported, number) =>
                                        reported with
                                        {
                                            Received = reported.Occurred + Duration.FromHours(delays[number]),
                                        }
                                )
                                .OrderBy(reported => reported.Received)
                                .ThenBy(reported => reported.Id),
                        ]
            );

    /// <summary>Limits and thresholds so low that every history runs into them.</summary>
    public static Rulebook Rules { get; } =
        Rulebook.Default with
        {
            Points = PointTimeline.Always(PointRules.Default with { QuotesADay = 2, RepliesADay = 2, RepliesAConversationADay = 1 }),
            Badges =
            [
                .. BadgeCatalogue.Default.Take(2),
                Badge("three-quotes", new Trigger.Quotes(3)),
                Badge("big", new Trigger.BigDeal(100_000)),
                Badge("revenue", new Trigger.Revenue(150_000)),
                Badge("sprints", new Trigger.SprintDeals(2)),
                Badge("quick", new Trigger.QuickReplies(2, Duration.FromMinutes(5)) { Last = 3 }),
                Badge("streak", new Trigger.Streak(2)),
                Badge("week", new Trigger.PerfectWeek(1)),
                Badge("calls", new Trigger.Logged("call", 2)),
                Badge("calls-a-week", new Trigger.Logged("call", 2) { Per = PeriodKind.Week }),
                Badge("deals-a-month", new Trigger.Deals(2) { Per = PeriodKind.Month }),
            ],
        };

    /// <summary>Goals of every type and kind of period that such a history may complete, some of them paused for a while.</summary>
    public static IReadOnlyList<Goal> Goals { get; } =
    [
        Goal("quotes", "ann", Metric.Quotes, 3),
        Goal("money", "bob", Metric.Revenue, 150_000, PeriodKind.Month),
        Goal("days", "cyd", Metric.ActiveDays, 2),
        Goal("days-far", "dan", Metric.ActiveDays, 2, PeriodKind.Quarter),
        Goal("replies", "ann", Metric.ResponseTime, 600),
        Goal("quotes-paused", "bob", Metric.Quotes, 2)
            .PausedFrom(Start + Duration.FromHours(20))
            .ResumedFrom(Start + Duration.FromHours(60)),
        Goal("days-paused", "ann", Metric.ActiveDays, 1).PausedFrom(Start + Duration.FromHours(30)),
    ];

    /// <summary>Managers' goals of all four subjects, with tiers, accelerators, chains and every way to share, so low that a short history passes them.</summary>
    public static IReadOnlyList<Goal> Promises { get; } =
    [
        Promise
            .Goal(
                "ann-deals",
                Promise.Person("ann"),
                Metric.Deals,
                1,
                Promise.Base(Promise.Coins(5), Promise.Points(3)),
                Promise.At(TierKind.Super, 200, Promise.Points(4))
            )
            .Every(PeriodKind.Week),
        Promise
            .Goal(
                "ann-after",
                Promise.Person("ann"),
                Metric.Quotes,
                1,
                Promise.Base(Promise.Coins(9)),
                Promise.At(TierKind.Super, 200, Promise.Coins(2))
            )
            .Every(PeriodKind.Week)
            .After("ann-deals"),
        Promise
            .Goal("ann-last", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Points(2)))
            .Every(PeriodKind.Week)
            .After("ann-after", TierKind.Super, CountFrom.PeriodStart),
        Promise
            .Goal("bob-money", Promise.Person("bob"), Metric.Revenue, 100_000)
            .Every(PeriodKind.Month)
            .Paying(
                new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, 150_00, 1), new(150_00, null, 3)], null, new(Metric.Quotes, 2))
            ),
        Promise
            .Goal("cyd-money", Promise.Person("cyd"), Metric.Revenue, 50_000)
            .Every(PeriodKind.Month)
            .Paying(new Accelerator.Marginal(AcceleratorUnit.Points, [new(100_00, 300_00, 0.5m)], null, null)),
        Promise
            .Goal("members", Promise.Members, Metric.Quotes, 2, Promise.Base(Promise.Coins(1)), Promise.Super(Promise.Points(2)))
            .Every(PeriodKind.Week)
            .Paying(new Accelerator.Multiplier([new(100_00, null, 1.5m)], null, null)),
        Promise
            .Goal("members-more", Promise.Members, Metric.Quotes, 1)
            .Every(PeriodKind.Quarter)
            .Paying(new Accelerator.Multiplier([new(100_00, 300_00, 1.2m), new(300_00, null, 3)], null, null)),
        Promise
            .Goal(
                "team",
                Promise.North,
                Metric.Revenue,
                150_000,
                Promise.Base(Promise.Coins(100)),
                Promise.At(TierKind.Super, 150, Promise.Points(7))
            )
            .Every(PeriodKind.Month)
            .Sharing(Sharing.Proportional),
        Promise
            .Goal("team-all", Promise.North, Metric.Points, 60, Promise.Base(Promise.Coins(10)))
            .Every(PeriodKind.Week)
            .If(everyMember: 10, participation: 60),
        Promise
            .Goal("all-days", SubjectId.Organisation, Metric.ActiveDays, 3, Promise.Base(Promise.Points(11)))
            .Every(PeriodKind.Month)
            .Sharing(Sharing.Even),
        Promise
            .Goal("all-deals", SubjectId.Organisation, Metric.Deals, 2, Promise.Base(Promise.Coins(3)))
            .Every(PeriodKind.Week)
            .After("none"),
    ];

    /// <summary>The people of the histories with their goals, and nothing that happened yet.</summary>
    public static Company Found() => Found([.. Goals, .. Promises]);

    public static Company Found(IReadOnlyList<Goal> goals) =>
        goals.Aggregate(new Company(Rules, People), (company, goal) => company.Has(goal));

    private static Goal Goal(string id, string owner, Metric metric, long target, PeriodKind kind = PeriodKind.Week) =>
        GoalChanges.Made(new(id), new(owner), new(metric, kind, target), Start - Duration.FromDays(3), owner, Company.Organisation);

    private static Gen<(int Hours, int Minutes, Activity Activity, string Id)> Step =>
        Gen.Select(Gen.Int[0, 80], Of(0, 0, 0, 4, 10, 25), Activity, Gen.Char["abc"].Array[3].Select(letters => new string(letters)));

    private static Gen<Activity> Activity =>
        Gen.Frequency(
            (6, Gen.Select(Quote, Deal, Owner, (quote, deal, owner) => (Activity)new Activity.QuoteSent(quote, deal, owner, null))),
            (3, Quote.Select(quote => (Activity)new Activity.QuoteVoided(quote))),
            (4, Gen.Select(Deal, Owner, Amount, (deal, owner, amount) => (Activity)new Activity.DealClosed(deal, owner, true, amount))),
            (1, Gen.Select(Deal, Owner, (deal, owner) => (Activity)new Activity.DealClosed(deal, owner, false, null))),
            (2, Gen.Select(Deal, Owner, (deal, owner) => (Activity)new Activity.DealOwnerChanged(deal, owner))),
            (2, Gen.Select(Deal, Amount, (deal, amount) => (Activity)new Activity.DealAmountChanged(deal, amount))),
            (2, Deal.Select(deal => (Activity)new Activity.DealReopened(deal))),
            (1, Deal.Select(deal => (Activity)new Activity.DealDeleted(deal))),
            (4, Gen.Select(Talk, Owner, (talk, owner) => (Activity)new Activity.MessageReceived(talk, "m", owner))),
            (1, Gen.Select(Talk, Owner, (talk, owner) => (Activity)new Activity.ConversationReassigned(talk, owner))),
            (2, Gen.Select(Quote, Owner, Of("call", "visit"), (id, owner, kind) => (Activity)new Activity.Logged(id, kind, owner))),
            (
                4,
                Gen.Select(
                    Talk,
                    Owner,
                    Gen.Int[0, 9],
                    (talk, owner, automatic) => (Activity)new Activity.MessageReplied(talk, "m", owner, automatic == 0)
                )
            )
        );

    private static Badge Badge(string id, Trigger trigger) => new(id, id, id, BadgeCategory.Milestone, trigger);

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> Owner => Gen.Int[0, 3].Select(i => Company.Mail(Names[i]));

    private static Gen<string> Quote => Gen.Int[0, 14].Select(i => string.Create(CultureInfo.InvariantCulture, $"q{i}"));

    private static Gen<string> Deal => Gen.Int[0, 4].Select(i => string.Create(CultureInfo.InvariantCulture, $"d{i}"));

    private static Gen<string> Talk => Gen.Int[0, 2].Select(i => string.Create(CultureInfo.InvariantCulture, $"t{i}"));

    private static Gen<Money> Amount => Of(0L, 500L, 1000L).Select(Company.Euros);

    private static Reported Report((int Hours, int Minutes, Activity Activity, string Id) step, int number, int scale)
    {
        var at = Start + Duration.FromHours(step.Hours * scale) + Duration.FromMinutes(step.Minutes);
        var id = string.Create(CultureInfo.InvariantCulture, $"{step.Id}-{number}");
        return new(new("crm", id), step.Activity, at, at + Duration.FromMinutes(1), "{}");
    }
}
