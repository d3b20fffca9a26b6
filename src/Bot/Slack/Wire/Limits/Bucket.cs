namespace Bot.Slack.Wire.Limits;

/// <summary>What is left of one pace. A quarter of the burst is kept for people who wait.</summary>
internal sealed class Bucket(MethodPace pace)
{
    /// <summary>After a wait that Slack asked for, people are let go first.</summary>
    private static readonly TimeSpan PeopleFirst = TimeSpan.FromSeconds(2);

    private DateTimeOffset full;
    private DateTimeOffset heldUntil;

    /// <summary>How long until a call may go; zero for now.</summary>
    public TimeSpan WaitAt(DateTimeOffset now, Urgency urgency)
    {
        var kept = urgency is Urgency.Background ? pace.Burst / 4 : 0;
        var paced = full - now - ((pace.Burst - 1 - kept) * pace.Interval);
        var held = heldUntil > now ? heldUntil - now + (urgency is Urgency.Background ? PeopleFirst : TimeSpan.Zero) : TimeSpan.Zero;
        return Longer(Longer(paced, held), TimeSpan.Zero);
    }

    public void Take(DateTimeOffset now) => full = (full > now ? full : now) + pace.Interval;

    /// <summary>Slack said when to come again; a shorter wait than one it asked for before changes nothing.</summary>
    public void Hold(DateTimeOffset until) => heldUntil = until > heldUntil ? until : heldUntil;

    /// <summary>As good as new, so that it need not be kept.</summary>
    public bool IsIdleAt(DateTimeOffset now) => full <= now && heldUntil <= now;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
