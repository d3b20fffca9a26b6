namespace Bot.Errands;

/// <summary>Events 4100–4199. Ids only.</summary>
internal static partial class ErrandLog
{
    [LoggerMessage(4100, LogLevel.Warning, "A request of {Platform} was not stored in the time there is before it is acknowledged")]
    public static partial void NotKeptInTime(this ILogger log, Exception away, string platform);

    [LoggerMessage(4101, LogLevel.Error, "An attempt to answer failed; it is tried again")]
    public static partial void AttemptFailed(this ILogger log, Exception failure);

    [LoggerMessage(4102, LogLevel.Warning, "Request {Id} of {Platform} was not answered within half an hour and is given up")]
    public static partial void GivenUp(this ILogger log, string platform, string id);

    [LoggerMessage(4103, LogLevel.Warning, "What became of request {Id} of {Platform} could not be written; it is tried again")]
    public static partial void NotWritten(this ILogger log, Exception away, string platform, string id);

    [LoggerMessage(4104, LogLevel.Warning, "{Count} answers were not finished when the host stopped; the next one goes on with them")]
    public static partial void LeftToOthers(this ILogger log, int count);

    [LoggerMessage(4105, LogLevel.Warning, "Waiting requests could not be looked at; it is tried again")]
    public static partial void RoundFailed(this ILogger log, Exception away);

    [LoggerMessage(4106, LogLevel.Warning, "A request of {Platform} could not be stored; what is left of it is stored later")]
    public static partial void NotKept(this ILogger log, Exception away, string platform);
}
