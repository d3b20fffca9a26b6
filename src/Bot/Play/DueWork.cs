namespace Bot.Play;

/// <summary>What the calendar asks for by now: periods to close, boards to announce. Safe to run on any host at any time.</summary>
public sealed class DueWork
{
    public Task RunAsync(CancellationToken ct) => throw new NotSupportedException();
}
