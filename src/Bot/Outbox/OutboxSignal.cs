namespace Bot.Outbox;

/// <summary>Wakes the delivery worker and the page's live view after a commit that planned messages.</summary>
public sealed class OutboxSignal
{
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Raise() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Completes at the next <see cref="Raise"/>.</summary>
    public Task Next => next.Task;
}
