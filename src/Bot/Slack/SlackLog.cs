namespace Bot.Slack;

/// <summary>Events 2000–2099. Ids and codes only: no words of people, no addresses, no tokens.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(2000, LogLevel.Warning, "Slack request refused: {Check}")]
    public static partial void Refused(this ILogger log, SignatureCheck check);

    [LoggerMessage(2001, LogLevel.Information, "Slack payload of type {Type} ignored")]
    public static partial void Ignored(this ILogger log, string type);

    [LoggerMessage(2002, LogLevel.Information, "Slack delivered {Id} again, answered already")]
    public static partial void Repeated(this ILogger log, string id);

    [LoggerMessage(2003, LogLevel.Warning, "Slack answer to {User} not delivered: {Reason}")]
    public static partial void Undelivered(this ILogger log, string user, string reason);

    [LoggerMessage(2004, LogLevel.Error, "Slack request of {User} failed")]
    public static partial void Failed(this ILogger log, Exception exception, string user);

    [LoggerMessage(EventId = 2006, Message = "Slack profile of {User} not read: {Reason}")]
    public static partial void ProfileUnread(this ILogger log, LogLevel level, string user, string reason);

    [LoggerMessage(2007, LogLevel.Warning, "Slack message {Id}: {Outcome}")]
    public static partial void NotSent(this ILogger log, string id, string outcome);

    [LoggerMessage(2008, LogLevel.Warning, "Slack history of {Conversation} not read: {Reason}")]
    public static partial void HistoryUnread(this ILogger log, string conversation, string reason);

    [LoggerMessage(2010, LogLevel.Warning, "Slack form of {User} not opened: {Reason}")]
    public static partial void NotOpened(this ILogger log, string user, string reason);

    [LoggerMessage(2011, LogLevel.Warning, "Slack home of {User} not published: {Reason}")]
    public static partial void NotPublished(this ILogger log, string user, string reason);

    [LoggerMessage(2012, LogLevel.Error, "Slack homes could not be kept fresh; it is tried again")]
    public static partial void HomesFailed(this ILogger log, Exception exception);

    [LoggerMessage(2013, LogLevel.Information, "Slack socket is followed by another one: {Reason}")]
    public static partial void SocketLeaves(this ILogger log, string reason);

    [LoggerMessage(2014, LogLevel.Warning, "Slack gives no socket now, it is tried again: {Reason}")]
    public static partial void SocketRefused(this ILogger log, string reason);

    [LoggerMessage(2015, LogLevel.Warning, "Slack socket brought something that is no envelope")]
    public static partial void SocketUnread(this ILogger log);

    [LoggerMessage(2016, LogLevel.Warning, "Slack envelope of type {Type} cannot be read at {Pointer}")]
    public static partial void SocketMalformed(this ILogger log, string type, string pointer);

    [LoggerMessage(2017, LogLevel.Warning, "Slack envelope {Id} is not acknowledged: there is no room for it now")]
    public static partial void NotAcknowledged(this ILogger log, string id);

    [LoggerMessage(2018, LogLevel.Error, "Slack envelope {Id} failed")]
    public static partial void SocketFailed(this ILogger log, Exception exception, string id);

    [LoggerMessage(2019, LogLevel.Information, "Slack users read: {Users}, of whom {Linked} are linked now")]
    public static partial void RosterRead(this ILogger log, int users, int linked);

    [LoggerMessage(2020, LogLevel.Warning, "Slack users not read: {Reason}")]
    public static partial void RosterUnread(this ILogger log, string reason);

    [LoggerMessage(2021, LogLevel.Error, "Slack users could not be taken over; it is tried again")]
    public static partial void RosterFailed(this ILogger log, Exception exception);
}
