namespace Bot.Demo;

/// <summary>The goals that the demo's managers gave, by the names on the wire: one together with a prize, one for each with coins.</summary>
internal static class DemoGoals
{
    public static IReadOnlyList<(string Id, object Body)> All { get; } =
    [
        (
            "enterprise-week",
            new
            {
                name = "Enterprise sells together",
                subject = new { kind = "team", id = "enterprise" },
                metric = "revenue",
                target = 120_000,
                period = new { kind = "week" },
                tiers = new object[]
                {
                    Tier("base", 100, new { kind = "coins", amount = 50 }),
                    Tier("super", 125, new { kind = "coins", amount = 50 }),
                    Tier(
                        "mega",
                        160,
                        new
                        {
                            kind = "prize",
                            name = "Lunch at the harbour",
                            onceForTeam = true,
                        }
                    ),
                },
                participationPercent = 50,
            }
        ),
        (
            "growth-deals",
            new
            {
                name = "Four deals a week",
                subject = new { kind = "members", id = "growth" },
                metric = "deals",
                target = 4,
                period = new { kind = "week" },
                boardGoal = true,
                tiers = new object[]
                {
                    Tier("base", 100, new { kind = "coins", amount = 40 }),
                    Tier(
                        "super",
                        150,
                        new
                        {
                            kind = "prize",
                            name = "A headset",
                            price = 120,
                        }
                    ),
                },
                accelerator = new
                {
                    kind = "step",
                    unit = "coins",
                    size = 25,
                    amount = 10,
                    maxSteps = 8,
                },
            }
        ),
    ];

    private static object Tier(string kind, decimal percent, object reward) =>
        new
        {
            kind,
            triggerPercent = percent,
            rewards = new[] { reward },
        };
}
