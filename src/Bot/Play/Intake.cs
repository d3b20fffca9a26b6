using Gamification.Activities;

namespace Bot.Play;

/// <summary>What a CRM is told about one activity. Every case but the last comes after the durable commit.</summary>
public abstract record Recorded
{
    private Recorded() { }

    public sealed record New : Recorded;

    public sealed record Already : Recorded;

    /// <param name="Reason">A stable code: <c>unknown-owner</c>, <c>no-rate</c>, <c>unknown-currency</c>, <c>too-old</c>, <c>rule-error</c>.</param>
    public sealed record Quarantined(string Reason) : Recorded;

    /// <summary>Nothing was stored: the queue is full or the database is away.</summary>
    public sealed record Unavailable(TimeSpan RetryAfter) : Recorded;
}

/// <summary>Where activities gather into groups: one durable transaction a group, every answer after its commit.</summary>
public sealed class Intake
{
    public Task<Recorded> RecordAsync(Reported reported, CancellationToken ct) => throw new NotSupportedException();
}
