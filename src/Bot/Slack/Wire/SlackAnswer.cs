using System.Diagnostics;

namespace Bot.Slack.Wire;

/// <summary>What became of one call to Slack.</summary>
internal abstract record SlackAnswer<T>
{
    private SlackAnswer() { }

    public sealed record Ok(T Value) : SlackAnswer<T>;

    /// <summary>Slack took nothing: a rate limit, or it was not reached at all.</summary>
    public sealed record Later(TimeSpan After, string Reason) : SlackAnswer<T>;

    /// <summary>Slack said no, with its own error code: <c>channel_not_found</c>.</summary>
    public sealed record Refused(string Error) : SlackAnswer<T>;

    /// <summary>The request went out and its answer was lost: Slack may or may not have done it.</summary>
    public sealed record Lost(string Reason) : SlackAnswer<T>;

    /// <summary>The same with the one value that matters; an answer that lacks it was as good as lost.</summary>
    public SlackAnswer<TValue> To<TValue>(Func<T, TValue?> read)
        where TValue : class =>
        this switch
        {
            Ok(var value) => read(value) is { } found
                ? new SlackAnswer<TValue>.Ok(found)
                : new SlackAnswer<TValue>.Lost("unreadable answer"),
            Later(var after, var reason) => new SlackAnswer<TValue>.Later(after, reason),
            Refused(var error) => new SlackAnswer<TValue>.Refused(error),
            Lost(var reason) => new SlackAnswer<TValue>.Lost(reason),
            _ => throw new UnreachableException($"No value of {GetType().Name}."),
        };

    /// <summary>For the log and for the admin: a code or a few words of ours.</summary>
    public string Outcome =>
        this switch
        {
            Ok => "ok",
            Later(_, var reason) => reason,
            Refused(var error) => error,
            Lost(var reason) => reason,
            _ => throw new UnreachableException($"No reason for {GetType().Name}."),
        };
}
