using System.Diagnostics;
using Bot.Cards;
using Gamification.Goals;
using Storage;

namespace Bot.Explaining;

/// <summary>The sentences of an explained goal.</summary>
internal static class GoalReasons
{
    /// <summary>Of what counted and of each kind of what did not, so many are told.</summary>
    private const int Told = 3;

    /// <summary><c>7 of 10 quotes in 2026-W47 (Mon 16 Nov – Sun 22 Nov, Europe/Paris): active.</c></summary>
    public static string Standing(GoalStanding standing, ReaderFormat format)
    {
        var (period, zone) = (standing.Period, standing.Zone.Id);
        var bounds = $"{format.Day(period.First!.Value)} – {format.Day(period.End!.Value.PlusDays(-1))}, {zone}";
        return format.Say($"{GoalWords.Standing(standing, format)} in {period.Key} ({bounds}): {GoalWords.State(standing, format)[2..]}.");
    }

    public static IEnumerable<string> Counted(IReadOnlyList<LedgerLine> counted, ReaderFormat format) =>
        counted.Count == 0
            ? [format.Say($"Nothing counted in it yet.")]
            :
            [
                counted.Count > Told
                    ? format.Say($"{format.Number(counted.Count)} counted, the latest: {List(counted, format)}.")
                    : format.Say($"{format.Number(counted.Count)} counted, newest first: {List(counted, format)}."),
            ];

    public static IEnumerable<string> LeftOut(GoalEvidence lines, ReaderFormat format)
    {
        var (paused, before, after) = (lines.Paused, lines.Before, lines.After);
        if (paused.Count > 0)
            yield return format.Say($"{format.Number(paused.Count)} left out, dated while the goal was paused: {List(paused, format)}.");
        if (before.Count > 0)
            yield return format.Say($"{format.Number(before.Count)} left out, dated the day before the period: {List(before, format)}.");
        if (after.Count > 0)
            yield return format.Say($"{format.Number(after.Count)} left out, dated the day after the period: {List(after, format)}.");
    }

    public static string Pause(GoalPause pause, ReaderFormat format) =>
        pause.To is { } to
            ? format.Say($"It was paused from {format.Moment(pause.From)} to {format.Moment(to)}.")
            : format.Say($"It is paused since {format.Moment(pause.From)}.");

    public static string Arithmetic(GoalStanding standing, ReaderFormat format)
    {
        var target = GoalWords.Target(standing.Goal.Metric, standing.Target, format);
        return standing switch
        {
            { Attainment: null } => format.Say(
                $"A median is taken of at least {MedianReply.Least} replies; {GoalWords.Replies(standing.Replies ?? 0, format)} so far."
            ),
            { Attainment.LowerIsBetter: true, Actual: { } median } => format.Say(
                $"{GoalWords.Time(standing.Target, format)} ÷ {GoalWords.Time(median, format)} = {format.Number(standing.Percent)} %, rounded down."
            ),
            { Attainment.IsComplete: true, Actual: { } actual } => format.Say(
                $"{GoalWords.Target(standing.Goal.Metric, actual, format)} of {target} = {format.Number(standing.Percent)} %, rounded down."
            ),
            { Actual: { } actual } => format.Say(
                $"{GoalWords.Target(standing.Goal.Metric, actual, format)} of {target} = {format.Number(standing.Percent)} %, rounded down: {GoalWords.Target(standing.Goal.Metric, standing.Target - actual, format)} to go."
            ),
            _ => format.Say($"The target is {target}."),
        };
    }

    public static string Rule(Metric metric, ReaderFormat format) =>
        metric switch
        {
            Metric.Quotes => format.Say($"Rule: every quote that was sent and not voided counts, also over the limits of points."),
            Metric.Revenue => format.Say(
                $"Rule: won deals count with their last known amount; what is reopened or refunded is taken back."
            ),
            Metric.ResponseTime => format.Say(
                $"Rule: the median of measured replies, in working time; it decides when the period is closed, and until then it is on track or not."
            ),
            Metric.Deals => format.Say($"Rule: each deal that is won and stays won counts once; a win of 0 is none."),
            Metric.Points => format.Say(
                $"Rule: points of activities count after their limits; points of rewards are bonus and count for no goal."
            ),
            Metric.ActiveDays => format.Say($"Rule: each day of your calendar with an activity that counts is one active day."),
            _ => throw new UnreachableException($"No rule for {metric}."),
        };

    private static string List(IReadOnlyList<LedgerLine> lines, ReaderFormat format) =>
        string.Join(
            "; ",
            lines.Take(Told).Select(line => $"{ActivityWords.What(line, format)}{LateWords.Of(line, format)}, {format.Moment(line.At)}")
        );
}
