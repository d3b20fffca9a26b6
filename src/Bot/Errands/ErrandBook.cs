using Bot.Settings;
using NodaTime;
using Storage.Errands;

namespace Bot.Errands;

/// <summary>
/// Writes down what became of an errand. A database that is away is waited for: until it is written only this host knows, and no other
/// one would go on with it.
/// </summary>
public sealed class ErrandBook(ErrandStore store, TimeProvider clock, ILogger<ErrandBook> log) : IDisposable
{
    private static readonly Duration ShortestPause = Duration.FromSeconds(2);

    /// <summary>After that nobody waits for an answer any more.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(30);

    private readonly CancellationTokenSource hurry = new();

    /// <summary>The host stops: what cannot be written at once is left as it is.</summary>
    public Task HurryAsync() => hurry.CancelAsync();

    /// <summary>Stores what could not be stored before it was acknowledged. Null when it was taken before.</summary>
    public Task<Errand?> StoreAsync(Errand wanted, string host, Duration lease) =>
        WriteAsync(
            wanted,
            () =>
                store.TakeAsync(
                    wanted.Platform,
                    wanted.Id,
                    wanted.Body,
                    host,
                    wanted.At,
                    clock.Now() - wanted.At + lease,
                    CancellationToken.None
                )
        );

    public Task SettleAsync(Errand errand, ErrandOutcome outcome)
    {
        if (outcome is ErrandOutcome.Postponed(var after, var left) && AgeOf(errand) < Patience)
        {
            var due = clock.Now() + (after is { } asked ? Duration.FromTimeSpan(asked) : PauseOf(errand));
            return WriteAsync(errand, () => store.LaterAsync(errand, left ?? errand.Body, due, CancellationToken.None));
        }

        if (outcome is ErrandOutcome.Postponed)
            log.GivenUp(errand.Platform, errand.Id);
        return WriteAsync(errand, () => store.DoneAsync(errand, CancellationToken.None));
    }

    private async Task<T?> WriteAsync<T>(Errand errand, Func<Task<T>> write)
    {
        do
        {
            try
            {
                return await write();
            }
            catch (Exception away)
            {
                log.NotWritten(away, errand.Platform, errand.Id);
            }
        } while (AgeOf(errand) < Patience && await IsOnAfterAsync(PauseOf(errand)));

        return default;
    }

    /// <summary>False when the host stops meanwhile.</summary>
    private async Task<bool> IsOnAfterAsync(Duration pause)
    {
        await Task.Delay(pause.ToTimeSpan(), clock, hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !hurry.IsCancellationRequested;
    }

    private Duration AgeOf(Errand errand) => clock.Now() - errand.At;

    /// <summary>Longer each time.</summary>
    private Duration PauseOf(Errand errand) => Duration.Max(ShortestPause, AgeOf(errand) / 2);

    public void Dispose() => hurry.Dispose();
}
