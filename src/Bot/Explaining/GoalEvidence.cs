using Gamification.Goals;
using Gamification.Points;
using Storage;

namespace Bot.Explaining;

/// <summary>A person's ledger lines as a goal takes them in one period. Each list has the newest first.</summary>
/// <param name="Before">Of the day before the period.</param>
/// <param name="After">Of the day after it.</param>
public sealed record GoalEvidence(
    IReadOnlyList<LedgerLine> Counted,
    IReadOnlyList<LedgerLine> Paused,
    IReadOnlyList<LedgerLine> Before,
    IReadOnlyList<LedgerLine> After
)
{
    /// <param name="around">The lines of the period and of a day on both sides.</param>
    public static GoalEvidence Of(GoalStanding standing, IReadOnlyList<LedgerLine> around)
    {
        var mine = around.Where(line => Concerns(standing.Goal.Metric, line)).ToList();
        var inside = mine.Where(line => standing.Starts <= line.At && line.At < standing.Ends).ToList();
        return new(
            [.. inside.Where(line => standing.Goal.Counts(line.At))],
            [.. inside.Where(line => !standing.Goal.Counts(line.At))],
            [.. mine.Where(line => line.At < standing.Starts)],
            [.. mine.Where(line => line.At >= standing.Ends)]
        );
    }

    private static bool Concerns(Metric metric, LedgerLine line) =>
        metric switch
        {
            Metric.Quotes => line.Rule == RuleNames.Quote,
            Metric.Deals => line.Rule == RuleNames.Deal,
            Metric.Revenue => line.Revenue != 0 && !RuleNames.IsPast(line.Rule),
            Metric.ResponseTime => line.Rule == RuleNames.Reply,
            Metric.ActiveDays => line.Rule == RuleNames.ActiveDay,
            _ => false,
        };
}
