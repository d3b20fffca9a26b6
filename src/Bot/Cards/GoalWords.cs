using System.Diagnostics;
using Gamification.Goals;

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
            Metric.ActiveDays => $"{format.Number(actual)} of {Count(target, "active day", format)}",
            Metric.Revenue => $"{format.Money(actual)} of {format.Money(target)}",
            Metric.ResponseTime => $"median reply {Time(actual, format)}, at most {Time(target, format)}",
            _ => throw new UnreachableException($"No words for {metric}."),
        };

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
