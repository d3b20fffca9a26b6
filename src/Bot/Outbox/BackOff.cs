namespace Bot.Outbox;

/// <summary>When to try again what a platform did not take and said no time for: twice as long after each attempt, and not all at once.</summary>
public static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Twenty times twice is beyond every limit.</summary>
    private const int MostDoublings = 20;

    /// <param name="first">The wait after the first attempt.</param>
    /// <param name="attempt">How many there have been: 1 after the first.</param>
    /// <param name="chance">From 0 to 1: up to a quarter is added, so that what failed together does not come again together.</param>
    public static TimeSpan Of(TimeSpan first, int attempt, double chance)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(attempt - 1, 0, MostDoublings));
        var longest = first > Longest ? first : Longest;
        return (doubled < longest ? doubled : longest) * (1 + (chance / 4));
    }
}
