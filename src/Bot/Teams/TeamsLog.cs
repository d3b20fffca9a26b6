namespace Bot.Teams;

/// <summary>Events 3000–3099. Ids only: no text of a message, no name, no token.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(3001, LogLevel.Warning, "An activity was refused: {Reason}")]
    public static partial void TokenRefused(this ILogger log, string reason);

    [LoggerMessage(3002, LogLevel.Warning, "An activity could not be read at {Pointer}: {Reason}")]
    public static partial void Malformed(this ILogger log, string pointer, string reason);

    [LoggerMessage(3003, LogLevel.Information, "Activity {Activity} was answered before")]
    public static partial void Repeated(this ILogger log, string activity);

    [LoggerMessage(3004, LogLevel.Warning, "Activity {Activity} comes from nobody of this tenant and is not answered")]
    public static partial void NobodyOfOurs(this ILogger log, string? activity);

    [LoggerMessage(3005, LogLevel.Warning, "The answer to activity {Activity} did not arrive: {Result}")]
    public static partial void NotAnswered(this ILogger log, string? activity, string result);

    [LoggerMessage(3006, LogLevel.Warning, "Invoke {Activity} took too long")]
    public static partial void TooSlow(this ILogger log, string? activity);

    [LoggerMessage(3009, LogLevel.Warning, "What was stored of request {Id} cannot be read")]
    public static partial void NotReadable(this ILogger log, string id);

    [LoggerMessage(3008, LogLevel.Warning, "Teams runs in development mode: activities are taken without a token, from this machine only")]
    public static partial void Development(this ILogger log);
}
