namespace Bot.Slack.Wire.Limits;

/// <summary>
/// Keeps the host below what Slack allows, for each method and each channel, before Slack has to say so; and when it says so, that method
/// rests for everybody in the host.
/// </summary>
/// <remarks>
/// The limiters of the framework read the machine's own clock and cannot be told to rest until a moment. Several hosts may sum up to more
/// than is allowed: then Slack's answer is what slows them.
/// </remarks>
internal sealed class SlackLimits(TimeProvider clock)
{
    /// <summary>Somebody who pressed a button waits so long for their turn; what was planned in the background comes again instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostChannels = 1_000;

    private readonly Lock turn = new();
    private readonly Dictionary<string, Bucket> methods = MethodPace.All.ToDictionary(
        pace => pace.Method,
        pace => new Bucket(pace),
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, Bucket> channels = new(StringComparer.Ordinal);

    /// <summary>Null once the call may go; otherwise how long it would have to wait.</summary>
    public async Task<TimeSpan?> AdmitAsync(string method, string? channel, Urgency urgency, CancellationToken ct)
    {
        var patience = urgency is Urgency.Interactive ? Patience : TimeSpan.Zero;
        while (Take(method, channel, urgency) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > patience)
                return wait;

            patience -= wait;
            await Task.Delay(wait, clock, ct);
        }

        return null;
    }

    public void Hold(string method, TimeSpan after)
    {
        lock (turn)
            methods[method].Hold(clock.GetUtcNow() + after);
    }

    /// <summary>Takes from every pace that the call falls under, or from none of them.</summary>
    private TimeSpan Take(string method, string? channel, Urgency urgency)
    {
        lock (turn)
        {
            var now = clock.GetUtcNow();
            Bucket[] buckets =
                method == MethodPace.Post && channel is not null ? [methods[method], OfChannel(channel, now)] : [methods[method]];
            var wait = buckets.Max(bucket => bucket.WaitAt(now, urgency));
            if (wait == TimeSpan.Zero)
                foreach (var bucket in buckets)
                    bucket.Take(now);
            return wait;
        }
    }

    private Bucket OfChannel(string channel, DateTimeOffset now)
    {
        if (channels.TryGetValue(channel, out var known))
            return known;

        if (channels.Count >= MostChannels)
            foreach (var idle in channels.Where(kept => kept.Value.IsIdleAt(now)).Select(kept => kept.Key).ToList())
                channels.Remove(idle);
        return channels[channel] = new(MethodPace.OfChannel);
    }
}
