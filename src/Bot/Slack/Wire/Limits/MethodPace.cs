namespace Bot.Slack.Wire.Limits;

/// <summary>How often a method may be called: a burst at once, then so many a minute. No minute holds more than both together.</summary>
internal sealed record MethodPace(string Method, int Burst, int PerMinute)
{
    /// <summary>One channel takes about a post a second, and short bursts.</summary>
    public static MethodPace OfChannel { get; } = new("a channel", Burst: 3, PerMinute: 57);

    /// <summary>Slack's tiers are a minute's calls of one app in one workspace: 20 of tier 2, 50 of tier 3, 100 of tier 4.</summary>
    public static IReadOnlyList<MethodPace> All { get; } =
    [
        new("apps.connections.open", Burst: 4, PerMinute: 6),
        new("auth.test", Burst: 20, PerMinute: 80),
        new("chat.delete", Burst: 15, PerMinute: 35),
        new("chat.postEphemeral", Burst: 40, PerMinute: 60),
        // Besides a second for each channel there is a limit of the workspace: "several hundred a minute".
        new(Post, Burst: 40, PerMinute: 200),
        new("chat.update", Burst: 15, PerMinute: 35),
        // Tier 3 for a company's own app, and one a minute for others: asked only where an answer was lost.
        new("conversations.history", Burst: 5, PerMinute: 15),
        new("conversations.open", Burst: 15, PerMinute: 35),
        new("users.info", Burst: 40, PerMinute: 60),
        new("users.list", Burst: 6, PerMinute: 14),
        new("views.open", Burst: 40, PerMinute: 60),
        new("views.publish", Burst: 40, PerMinute: 60),
        new("views.push", Burst: 40, PerMinute: 60),
        new("views.update", Burst: 40, PerMinute: 60),
    ];

    public const string Post = "chat.postMessage";

    public TimeSpan Interval => TimeSpan.FromMinutes(1) / PerMinute;
}
