using System.Diagnostics;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Cards;

/// <summary>Goals in words: how far they are, in their own unit.</summary>
public static class GoalWords
{
    private const long Minute = 60;

    /// <summary><c>12 of 10 quotes</c>, <c>8,200 of 10,000 EUR</c>, <c>median reply 25 min, at most 30 min</c>.</summary>
    public static string Standing(Metric metric, long actual, long target, ReaderFormat format) =>
        metric switch
        {
            Metric.Quotes => $"{format.Number(actual)} of {Count(target, "quote", format)}",
            Metric.Deals => $"{format.Number(actual)} of {Count(target, "deal", format)}",
            Metric.Points => $"{format.Number(actual)} of {Count(target, "point", format)}",
            Metric.ActiveDays => $"{format.Number(actual)} of {Count(target, "active day", format)}",
            Metric.Revenue => $"{format.Money(actual)} of {format.Money(target)}",
            Metric.ResponseTime => $"median reply {Time(actual, format)}, at most {Time(target, format)}",
            _ => throw new UnreachableException($"No words for {metric}."),
        };

    /// <summary><c>Quotes</c>.</summary>
    public static string Title(Metric metric) =>
        metric switch
        {
            Metric.Quotes => "Quotes",
            Metric.Deals => "Deals",
            Metric.Points => "Points",
            Metric.ActiveDays => "Active days",
            Metric.Revenue => "Revenue",
            Metric.ResponseTime => "Response time",
            _ => throw new UnreachableException($"No title for {metric}."),
        };

    /// <summary><c>10 quotes a week</c>, <c>median reply 30 min a week</c>.</summary>
    public static string Name(Goal goal, ReaderFormat format) =>
        $"{Target(goal.Metric, goal.Versions[^1].Target, format)} a {KindOf(goal.Kind)}";

    /// <summary><c>10 quotes</c>, <c>10,000 EUR</c>, <c>median reply 30 min</c>, <c>4 active days</c>.</summary>
    public static string Target(Metric metric, long target, ReaderFormat format) =>
        metric switch
        {
            Metric.Quotes => Count(target, "quote", format),
            Metric.Deals => Count(target, "deal", format),
            Metric.Points => Count(target, "point", format),
            Metric.ActiveDays => Count(target, "active day", format),
            Metric.Revenue => format.Money(target),
            Metric.ResponseTime => $"median reply {Time(target, format)}",
            _ => throw new UnreachableException($"No words for {metric}."),
        };

    /// <summary><c>6 quotes to go</c>, <c>1,750 EUR to go</c>; of a median <c>12 min over so far</c>.</summary>
    public static string Left(Metric metric, long actual, long target, ReaderFormat format) =>
        metric is Metric.ResponseTime ? $"{Time(actual - target, format)} over so far" : $"{Target(metric, target - actual, format)} to go";

    public static string KindOf(PeriodKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>How far it is; of a median also how many replies are behind it.</summary>
    public static string Standing(GoalStanding standing, ReaderFormat format)
    {
        if (standing.Replies is not { } replies)
            return Standing(standing.Goal.Metric, standing.Actual ?? 0, standing.Target, format);

        var words = standing.Actual is { } actual
            ? Standing(standing.Goal.Metric, actual, standing.Target, format)
            : $"median reply at most {Time(standing.Target, format)}";
        return replies < MedianReply.Least
            ? $"{words} · {format.Number(replies)} of {format.Number(MedianReply.Least)} replies"
            : $"{words} · {Replies(replies, format)}";
    }

    /// <summary>A symbol and words, so that neither colour nor symbol is needed.</summary>
    public static string State(GoalStanding standing) =>
        standing switch
        {
            { State: GoalState.Completed } => "✓ completed",
            { State: GoalState.Missed } => "✗ missed",
            { State: GoalState.Paused } => "⏸ paused",
            { Replies: < MedianReply.Least } => $"… waiting for {MedianReply.Least} replies",
            { OnTrack: true } => "◎ on track",
            { OnTrack: false } => "△ too slow so far",
            _ => "▶ active",
        };

    /// <summary>Another target that holds from the next period on; empty where there is none.</summary>
    public static string Coming(GoalStanding standing, ReaderFormat format) =>
        standing.Goal.Versions[^1] is var last && last.From > standing.Period.First && last.Target != standing.Target
            ? $" · next {KindOf(standing.Goal.Kind)}: {Target(standing.Goal.Metric, last.Target, format)}"
            : "";

    /// <summary><c>last 4 weeks ✓ ✓ ✗ – (2 completed)</c>, the newest last; null without a past.</summary>
    /// <param name="past">Closed periods, the newest first.</param>
    public static string? History(PeriodKind kind, IReadOnlyList<GoalStanding> past, ReaderFormat format) =>
        past.Count == 0
            ? null
            : $"last {(past.Count == 1 ? "" : $"{format.Number(past.Count)} ")}{KindOf(kind)}{(past.Count == 1 ? "" : "s")} "
                + $"{string.Join(' ', past.Reverse().Select(one => Mark(one.State)))} "
                + $"({format.Number(past.Count(one => one.State is GoalState.Completed))} completed)";

    private static string Mark(GoalState state) =>
        state switch
        {
            GoalState.Completed => "✓",
            GoalState.Missed => "✗",
            _ => "–",
        };

    public static string Replies(long count, ReaderFormat format) => $"{format.Number(count)} {(count == 1 ? "reply" : "replies")}";

    /// <summary><c>30 min</c>, <c>7 min 30 s</c>, <c>45 s</c>.</summary>
    public static string Time(long seconds, ReaderFormat format) =>
        (seconds / Minute, seconds % Minute) switch
        {
            (0, var rest) => $"{format.Number(rest)} s",
            (var minutes, 0) => $"{format.Number(minutes)} min",
            var (minutes, rest) => $"{format.Number(minutes)} min {format.Number(rest)} s",
        };

    private static string Count(long count, string what, ReaderFormat format) => $"{format.Number(count)} {what}{(count == 1 ? "" : "s")}";
}
