using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Bot.Settings;
using NodaTime;
using Storage.Errands;

namespace Bot.Errands;

/// <summary>
/// Requests of chat platforms that are answered after they were acknowledged: stored first, begun at once, finished by another host
/// when this one dies. A host that stops finishes what it began.
/// </summary>
public sealed class ErrandDesk(ErrandStore store, ErrandBook book, TimeProvider clock, ILogger<ErrandDesk> log)
    : IHostedService,
        IDisposable
{
    /// <summary>Of the three seconds that Slack waits, what storing may take.</summary>
    private static readonly TimeSpan StoringTime = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(60);
    private static readonly Duration AwayTime = Duration.FromMinutes(10);
    private const int LongestId = 100;

    private readonly ConcurrentDictionary<Task, byte> open = [];
    private readonly CancellationTokenSource giveUp = new();

    /// <summary>A host that was not heard of for so long has died.</summary>
    internal static Duration LeaseTime { get; } = Duration.FromSeconds(30);

    internal string Host { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    internal bool IsBusy => !open.IsEmpty;

    /// <summary>Whether a database that is away is no reason any more to try again: the person is told that nothing was done.</summary>
    public bool IsLast(Errand errand) => clock.Now() - errand.At > AwayTime;

    /// <summary>Stores a request so that it survives this host. To be called before it is acknowledged.</summary>
    /// <param name="id">The same when the platform brings it again.</param>
    public async Task<Kept> KeepAsync(string platform, string id, string body)
    {
        var wanted = new Errand(platform, KeyOf(id), body, clock.Now(), Fence: 1);
        // SQLite answers on the thread that asks it.
        var storing = Task.Run(() => store.TakeAsync(platform, wanted.Id, body, Host, wanted.At, LeaseTime, CancellationToken.None));
        try
        {
            return await storing.WaitAsync(StoringTime, clock) is { } errand ? new Kept.Mine(errand) : new Kept.Before();
        }
        catch (Exception away)
        {
            log.NotKeptInTime(away, platform);
            return new Kept.Not(wanted, storing);
        }
    }

    /// <summary>True the first time a request comes that needs no more than that, on whichever host.</summary>
    public Task<bool> FirstTimeAsync(string platform, string id) =>
        Task.Run(() => store.FirstTimeAsync(platform, KeyOf(id), clock.Now(), CancellationToken.None));

    /// <summary>Does it in the background. The task ends with the attempt.</summary>
    public Task Begin(Kept kept, Func<CancellationToken, Task<ErrandOutcome>> work)
    {
        var attempt = Task.Run(() => AttemptAsync(kept, work));
        open.TryAdd(attempt, 0);
        _ = attempt.ContinueWith(ended => open.TryRemove(ended, out _), TaskScheduler.Default);
        return attempt;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await book.HurryAsync();
        try
        {
            while (!open.IsEmpty)
                await Task.WhenAll(open.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LeftToOthers(open.Count);
            await giveUp.CancelAsync();
        }
    }

    public void Dispose() => giveUp.Dispose();

    private async Task AttemptAsync(Kept kept, Func<CancellationToken, Task<ErrandOutcome>> work)
    {
        var outcome = await TryAsync(work);
        if (giveUp.IsCancellationRequested)
            return;

        if (await StoredAsync(kept, outcome) is { } errand)
            await book.SettleAsync(errand, outcome);
    }

    /// <summary>Null for what was taken before, and for what is done without having been stored.</summary>
    private async Task<Errand?> StoredAsync(Kept kept, ErrandOutcome outcome)
    {
        switch (kept)
        {
            case Kept.Mine(var errand):
                return errand;
            case Kept.Not(var wanted, var storing):
                try
                {
                    return await storing;
                }
                catch (Exception away)
                {
                    log.NotKept(away, wanted.Platform);
                    return outcome is ErrandOutcome.Postponed ? await book.StoreAsync(wanted, Host, LeaseTime) : null;
                }
            default:
                return null;
        }
    }

    private async Task<ErrandOutcome> TryAsync(Func<CancellationToken, Task<ErrandOutcome>> work)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token);
        limit.CancelAfter(LongestAttempt);
        try
        {
            return await work(limit.Token);
        }
        catch (Exception failure)
        {
            log.AttemptFailed(failure);
            return ErrandOutcome.Again;
        }
    }

    /// <summary>What a database can hold as a key, whatever a platform sends.</summary>
    public static string KeyOf(string id) => id.Length <= LongestId && id.All(char.IsAscii) && !id.Any(char.IsControl) ? id : Anonymous(id);

    /// <summary>For an id that names a person or a chat: it is kept longer than what was asked.</summary>
    public static string Anonymous(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
