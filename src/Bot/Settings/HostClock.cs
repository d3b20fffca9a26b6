using NodaTime;

namespace Bot.Settings;

/// <summary>The one clock of the host. With <c>Clock:StartAt</c> it starts there, runs on at its usual pace and may be moved forward.</summary>
public sealed class HostClock(TimeProvider real, DateTimeOffset? startAt) : TimeProvider
{
    private long ahead = startAt is { } start ? (start - real.GetUtcNow()).Ticks : 0;

    /// <summary>Whether the clock may be moved: only one that was started at a chosen instant.</summary>
    public bool IsSettable { get; } = startAt is not null;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <summary>Moves the clock to <paramref name="now"/>. False when that is not ahead of it, or the clock is the real one.</summary>
    public bool MoveTo(DateTimeOffset now)
    {
        var step = (now - GetUtcNow()).Ticks;
        if (!IsSettable || step < 0)
            return false;

        Interlocked.Add(ref ahead, step);
        return true;
    }
}

/// <summary>The host's instant in the terms of the rules.</summary>
public static class ClockInstant
{
    extension(TimeProvider clock)
    {
        /// <summary>Now, cut to the microsecond that is stored.</summary>
        public Instant Now() => Instant.FromUnixTimeTicks(Instant.FromDateTimeOffset(clock.GetUtcNow()).ToUnixTimeTicks() / 10 * 10);
    }
}
