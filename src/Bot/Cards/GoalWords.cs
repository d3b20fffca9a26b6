using System.Diagnostics;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Cards;

/// <summary>Goals in words: how far they are, in their own unit.</summary>
public static class GoalWords
{
    private const long Minute = 60;

    /// <summary><c>12 of 10 quotes</c>, <c>8,200 of 10,000 EUR</c>, <c>median reply 25 min, at most 30 min</c>.</summary>
    public static string Standing(Metric metric, long actual, long target, ReaderFormat format)
    {
        var (done, of) = (format.Number(actual), format.Number(target));
        return metric switch
        {
            Metric.Quotes => format.Count(target, $"{done} of {of} quote", $"{done} of {of} quotes"),
            Metric.Deals => format.Count(target, $"{done} of {of} deal", $"{done} of {of} deals"),
            Metric.Points => format.Count(target, $"{done} of {of} point", $"{done} of {of} points"),
            Metric.ActiveDays => format.Count(target, $"{done} of {of} active day", $"{done} of {of} active days"),
            Metric.Revenue => format.Say($"{format.Money(actual)} of {format.Money(target)}"),
            Metric.ResponseTime => format.Say($"median reply {Time(actual, format)}, at most {Time(target, format)}"),
            _ => throw new UnreachableException($"No words for {metric}."),
        };
    }

    /// <summary><c>Quotes</c>.</summary>
    public static string Title(Metric metric, ReaderFormat format) =>
        metric switch
        {
            Metric.Quotes => format.Say($"Quotes"),
            Metric.Deals => format.Say($"Deals"),
            Metric.Points => format.Say($"Points"),
            Metric.ActiveDays => format.Say($"Active days"),
            Metric.Revenue => format.Say($"Revenue"),
            Metric.ResponseTime => format.Say($"Response time"),
            _ => throw new UnreachableException($"No title for {metric}."),
        };

    /// <summary><c>10 quotes a week</c>, <c>median reply 30 min a week</c>.</summary>
    public static string Name(Goal goal, ReaderFormat format)
    {
        var target = Target(goal.Metric, goal.Versions[^1].Target, format);
        return goal.Kind switch
        {
            PeriodKind.Week => format.Say($"{target} a week"),
            PeriodKind.Month => format.Say($"{target} a month"),
            PeriodKind.Quarter => format.Say($"{target} a quarter"),
            _ => target,
        };
    }

    /// <summary><c>10 quotes</c>, <c>10,000 EUR</c>, <c>median reply 30 min</c>, <c>4 active days</c>.</summary>
    public static string Target(Metric metric, long target, ReaderFormat format) =>
        metric switch
        {
            Metric.Quotes => format.Count(target, $"{format.Number(target)} quote", $"{format.Number(target)} quotes"),
            Metric.Deals => format.Count(target, $"{format.Number(target)} deal", $"{format.Number(target)} deals"),
            Metric.Points => format.Count(target, $"{format.Number(target)} point", $"{format.Number(target)} points"),
            Metric.ActiveDays => format.Count(target, $"{format.Number(target)} active day", $"{format.Number(target)} active days"),
            Metric.Revenue => format.Money(target),
            Metric.ResponseTime => format.Say($"median reply {Time(target, format)}"),
            _ => throw new UnreachableException($"No words for {metric}."),
        };

    /// <summary><c>6 quotes to go</c>, <c>1,750 EUR to go</c>; of a median <c>12 min over so far</c>.</summary>
    public static string Left(Metric metric, long actual, long target, ReaderFormat format) =>
        metric is Metric.ResponseTime
            ? format.Say($"{Time(actual - target, format)} over so far")
            : format.Say($"{Target(metric, target - actual, format)} to go");

    /// <summary>The word a command names it by.</summary>
    public static string KindOf(PeriodKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary><c>every month</c>.</summary>
    public static string Every(PeriodKind kind, ReaderFormat format) =>
        kind switch
        {
            PeriodKind.Day => format.Say($"every day"),
            PeriodKind.Week => format.Say($"every week"),
            PeriodKind.Month => format.Say($"every month"),
            PeriodKind.Quarter => format.Say($"every quarter"),
            _ => format.Say($"once"),
        };

    /// <summary>How far it is; of a median also how many replies are behind it.</summary>
    public static string Standing(GoalStanding standing, ReaderFormat format)
    {
        if (standing.Replies is not { } replies)
            return Standing(standing.Goal.Metric, standing.Actual ?? 0, standing.Target, format);

        var words = standing.Actual is { } actual
            ? Standing(standing.Goal.Metric, actual, standing.Target, format)
            : format.Say($"median reply at most {Time(standing.Target, format)}");
        var behind =
            replies < MedianReply.Least
                ? format.Say($"{format.Number(replies)} of {format.Number(MedianReply.Least)} replies")
                : Replies(replies, format);
        return $"{words} · {behind}";
    }

    /// <summary>A symbol and words, so that neither colour nor symbol is needed.</summary>
    public static string State(GoalStanding standing, ReaderFormat format) =>
        standing switch
        {
            { State: GoalState.Completed } => format.Say($"✓ completed"),
            { State: GoalState.Missed } => format.Say($"✗ missed"),
            { State: GoalState.Paused } => format.Say($"⏸ paused"),
            { Replies: < MedianReply.Least } => format.Say($"… waiting for {MedianReply.Least} replies"),
            { OnTrack: true } => format.Say($"◎ on track"),
            { OnTrack: false } => format.Say($"△ too slow so far"),
            _ => format.Say($"▶ active"),
        };

    /// <summary>Another target that holds from the next period on; empty where there is none.</summary>
    public static string Coming(GoalStanding standing, ReaderFormat format)
    {
        var last = standing.Goal.Versions[^1];
        if (last.From <= standing.Period.First || last.Target == standing.Target)
            return "";

        var target = Target(standing.Goal.Metric, last.Target, format);
        return standing.Goal.Kind switch
        {
            PeriodKind.Week => $" · {format.Say($"next week: {target}")}",
            PeriodKind.Month => $" · {format.Say($"next month: {target}")}",
            PeriodKind.Quarter => $" · {format.Say($"next quarter: {target}")}",
            _ => "",
        };
    }

    /// <summary><c>last 4 weeks ✓ ✓ ✗ – (2 completed)</c>, the newest last; null without a past.</summary>
    /// <param name="past">Closed periods, the newest first.</param>
    public static string? History(PeriodKind kind, IReadOnlyList<GoalStanding> past, ReaderFormat format)
    {
        if (past.Count == 0)
            return null;

        var completed = past.Count(one => one.State is GoalState.Completed);
        var done = format.Count(completed, $"{format.Number(completed)} completed", $"{format.Number(completed)} completed");
        return $"{Last(kind, past.Count, format)} {string.Join(' ', past.Reverse().Select(one => Mark(one.State)))} ({done})";
    }

    private static string Last(PeriodKind kind, int count, ReaderFormat format) =>
        kind switch
        {
            PeriodKind.Week => format.Count(count, $"last week", $"last {format.Number(count)} weeks"),
            PeriodKind.Month => format.Count(count, $"last month", $"last {format.Number(count)} months"),
            _ => format.Count(count, $"last quarter", $"last {format.Number(count)} quarters"),
        };

    private static string Mark(GoalState state) =>
        state switch
        {
            GoalState.Completed => "✓",
            GoalState.Missed => "✗",
            _ => "–",
        };

    public static string Replies(long count, ReaderFormat format) =>
        format.Count(count, $"{format.Number(count)} reply", $"{format.Number(count)} replies");

    /// <summary><c>30 min</c>, <c>7 min 30 s</c>, <c>45 s</c>.</summary>
    public static string Time(long seconds, ReaderFormat format) =>
        (seconds / Minute, seconds % Minute) switch
        {
            (0, var rest) => $"{format.Number(rest)} s",
            (var minutes, 0) => $"{format.Number(minutes)} min",
            var (minutes, rest) => $"{format.Number(minutes)} min {format.Number(rest)} s",
        };
}
