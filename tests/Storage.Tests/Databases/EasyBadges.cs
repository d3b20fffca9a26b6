using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage.Tests.Databases;

/// <summary>A badge of every kind, so easy that a short history earns and loses all of them.</summary>
internal static class EasyBadges
{
    public static Rulebook Rules { get; } =
        Rulebook.Default with
        {
            Badges =
            [
                .. BadgeCatalogue.Default.Take(2),
                Badge("three-quotes", new Trigger.Quotes(3)),
                Badge("big", new Trigger.BigDeal(100_000)),
                Badge("revenue", new Trigger.Revenue(150_000)),
                Badge("sprints", new Trigger.SprintDeals(1)),
                Badge("quick", new Trigger.QuickReplies(2, Duration.FromMinutes(60)) { Last = 3 }),
                Badge("streak", new Trigger.Streak(2)),
                Badge("week", new Trigger.PerfectWeek(1)),
                Badge("calls", new Trigger.Logged("call", 2) { Per = PeriodKind.Week }),
                Badge("deals-a-month", new Trigger.Deals(2) { Per = PeriodKind.Month }),
                Badge("goal-week", new Trigger.GoalWeeks(1)),
                Badge("goal-weeks", new Trigger.GoalWeeks(2)),
                Badge("goal-month", new Trigger.GoalMonth(50)),
                Badge("goal-month-whole", new Trigger.GoalMonth(100, 100_000)),
            ],
        };

    /// <summary>What everybody holds and how far they are, as it is stored; without what only closes decide.</summary>
    public static Task<IReadOnlyList<string>> BadgesAsync(this GameContext db) => StoredAsync(db, isOfWeeks: false);

    /// <summary>The badges that the closes of weeks decide.</summary>
    public static Task<IReadOnlyList<string>> BadgesOfWeeksAsync(this GameContext db) => StoredAsync(db, isOfWeeks: true);

    private static async Task<IReadOnlyList<string>> StoredAsync(GameContext db, bool isOfWeeks) =>
        Sorted(
            (await db.Progress.AsNoTracking().ToListAsync())
                .Where(row => IsOfWeeks(row.Badge) == isOfWeeks)
                .Select(row => (row.Person, row.Badge, row.Period, row.Actual, row.CrossedCredited, row.CrossedExternalId))
        );

    /// <summary>The same of a play that starts from nothing.</summary>
    public static IReadOnlyList<string> Badges(this Outcome.Decided decided) =>
        Sorted(
            decided
                .Progress.Where(row => !IsOfWeeks(row.Badge))
                .Select(row => (row.Person, row.Badge, row.Period, row.Actual, row.Crossed?.Credited, row.Crossed?.Fact.ExternalId))
        );

    private static bool IsOfWeeks(string badge) => Rules.Badges.Single(known => known.Id == badge).Trigger is Trigger.GoalWeeks;

    private static IReadOnlyList<string> Sorted(
        IEnumerable<(PersonId Person, string Badge, string Period, long Actual, Instant? Crossed, string? Fact)> rows
    ) =>
        [
            .. rows.Where(row => row.Actual != 0 || row.Crossed is not null)
                .Select(row => $"{row.Person} {row.Badge} {row.Period}: {row.Actual}, {row.Crossed} {row.Fact}")
                .Order(StringComparer.Ordinal),
        ];

    private static Badge Badge(string id, Trigger trigger) => new(id, id, id, BadgeCategory.Milestone, trigger);
}
