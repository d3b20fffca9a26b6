using NodaTime;

namespace Gamification.People;

/// <summary>A time in which somebody is not active: nothing of theirs scores, and no reward of a team reaches them. Null bounds are open.</summary>
public sealed record Inactivity(Instant? From, Instant? Until)
{
    public static IReadOnlyList<Inactivity> Never { get; } = [];

    /// <summary>Since ever, and for as long as nothing changes.</summary>
    public static IReadOnlyList<Inactivity> Always { get; } = [new(null, null)];

    public bool Holds(Instant instant) => (From is not { } from || from <= instant) && (Until is not { } until || instant < until);
}
