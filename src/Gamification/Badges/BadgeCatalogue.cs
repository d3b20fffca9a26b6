using NodaTime;

namespace Gamification.Badges;

/// <summary>The setting <c>FirstSale:Trigger</c>: what counts as the first sale.</summary>
public enum FirstSaleTrigger
{
    DealClosed,
    QuoteSent,
}

/// <summary>SPEC 6 as values: the same row unlocks a badge and draws the progress of a locked one.</summary>
public static class BadgeCatalogue
{
    /// <summary>The revenue unit U of the defaults, in minor units: 1,000.00.</summary>
    private const long DefaultUnit = 1_000_00;

    public const string FirstSale = "first-sale";

    public static readonly IReadOnlyList<Badge> Default = With(FirstSaleTrigger.DealClosed);

    /// <param name="unit">The revenue unit U in minor units of the organisation's currency.</param>
    public static IReadOnlyList<Badge> With(FirstSaleTrigger firstSale, long unit = DefaultUnit) =>
        [.. Milestones(firstSale), .. Speed, .. Consistency, .. Revenue(unit)];

    private static Badge[] Milestones(FirstSaleTrigger firstSale) =>
        [
            firstSale is FirstSaleTrigger.QuoteSent
                ? new(FirstSale, "First Sale", "The first quote is out.", BadgeCategory.Milestone, new Trigger.Quotes(1))
                : new(FirstSale, "First Sale", "The first deal is won.", BadgeCategory.Milestone, new Trigger.Deals(1)),
            new("opening-move", "Opening Move", "The first quote is out.", BadgeCategory.Milestone, new Trigger.Quotes(1)),
            new("quote-machine", "Quote Machine", "A hundred different quotes.", BadgeCategory.Milestone, new Trigger.Quotes(100)),
            new("closer", "Closer", "Twenty-five deals won.", BadgeCategory.Milestone, new Trigger.Deals(25)),
        ];

    private static Badge[] Speed =>
        [
            new(
                "fast-hands",
                "Fast Hands",
                "18 of the last 20 replies within 15 working minutes.",
                BadgeCategory.Speed,
                new Trigger.QuickReplies(18, Duration.FromMinutes(15))
            ),
            new(
                "speed-demon",
                "Speed Demon",
                "18 of the last 20 replies within 5 working minutes.",
                BadgeCategory.Speed,
                new Trigger.QuickReplies(18, Duration.FromMinutes(5))
            ),
            new(
                "sprint-finish",
                "Sprint Finish",
                "Five deals won within seven days of their first quote.",
                BadgeCategory.Speed,
                new Trigger.SprintDeals(5)
            ),
        ];

    private static Badge[] Consistency =>
        [
            new(
                "perfect-week",
                "Perfect Week",
                "Active on every scheduled working day of a week that has at least three.",
                BadgeCategory.Consistency,
                new Trigger.PerfectWeek(3)
            ),
            new(
                "streak-master",
                "Streak Master",
                "Active on 20 scheduled working days in a row.",
                BadgeCategory.Consistency,
                new Trigger.Streak(20)
            ),
            new(
                "goal-getter",
                "Goal Getter",
                "A personal goal completed in each of four weeks in a row.",
                BadgeCategory.Consistency,
                new Trigger.GoalWeeks(4)
            ),
        ];

    private static Badge[] Revenue(long unit) =>
        [
            new("big-fish", "Big Fish", "One deal of at least 25 revenue units.", BadgeCategory.Revenue, new Trigger.BigDeal(25 * unit)),
            new("rainmaker", "Rainmaker", "100 revenue units in all.", BadgeCategory.Revenue, new Trigger.Revenue(100 * unit)),
            new(
                "target-breaker",
                "Target Breaker",
                "A monthly revenue goal reached in full.",
                BadgeCategory.Revenue,
                new Trigger.GoalMonth(100, 10 * unit)
            ),
            new("million-club", "Million Club", "1,000 revenue units in all.", BadgeCategory.Revenue, new Trigger.Revenue(1_000 * unit)),
        ];
}
