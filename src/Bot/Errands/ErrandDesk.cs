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
public sealed class ErrandDesk(ErrandStore store, TimeProvider clock, ILogger<ErrandDesk> log) : IHostedService, IDisposable
{
    /// <summary>Of the three seconds that Slack waits, what storing may take.</summary>
    private static readonly TimeSpan StoringTime = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(60);
    private static readonly Duration ShortestPause = Duration.FromSeconds(2);
    private static readonly Duration AwayTime = Duration.FromMinutes(10);
    private const int LongestId = 100;

    private readonly ConcurrentDictionary<Task, byte> open = [];
    private readonly CancellationTokenSource giveUp = new();

    /// <summary>A host that was not heard of for so long has died.</summary>
    internal static Duration LeaseTime { get; } = Duration.FromSeconds(30);

    /// <summary>After that nobody waits for an answer any more.</summary>
    internal static Duration Patience { get; } = Duration.FromMinutes(30);

    internal string Host { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    internal bool IsBusy => !open.IsEmpty;

    /// <summary>Whether a database that is away is no reason any more to try again: the person is told that nothing was done.</summary>
    public bool IsLast(Errand errand) => clock.Now() - errand.At > AwayTime;

    /// <summary>Stores a request so that it survives this host. To be called before it is acknowledged.</summary>
    /// <param name="id">The same when the platform brings it again.</param>
    public async Task<Kept> KeepAsync(string platform, string id, string body)
    {
        // SQLite answers on the thread that asks it.
        var storing = Task.Run(() => store.TakeAsync(platform, KeyOf(id), body, Host, clock.Now(), LeaseTime, CancellationToken.None));
        try
        {
            return await storing.WaitAsync(StoringTime, clock) is { } errand ? new Kept.Mine(errand) : new Kept.Before();
        }
        catch (Exception away)
        {
            log.NotKept(away, platform);
            return new Kept.Not(OrNothingAsync(storing));
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

        var errand = kept switch
        {
            Kept.Mine(var mine) => mine,
            Kept.Not(var storing) => await storing,
            _ => null,
        };
        if (errand is not null)
            await SettleAsync(errand, outcome);
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

    private async Task SettleAsync(Errand errand, ErrandOutcome outcome)
    {
        try
        {
            var age = clock.Now() - errand.At;
            if (outcome is ErrandOutcome.Postponed(var after, var left) && age < Patience)
            {
                var pause = after is { } asked ? Duration.FromTimeSpan(asked) : Duration.Max(ShortestPause, age / 2);
                await store.LaterAsync(errand, left ?? errand.Body, clock.Now() + pause, CancellationToken.None);
                return;
            }

            if (outcome is ErrandOutcome.Postponed)
                log.GivenUp(errand.Platform, errand.Id);
            await store.DoneAsync(errand, CancellationToken.None);
        }
        catch (Exception away)
        {
            log.NotSettled(away, errand.Platform, errand.Id);
        }
    }

    private static async Task<Errand?> OrNothingAsync(Task<Errand?> storing)
    {
        try
        {
            return await storing;
        }
        catch (Exception)
        {
            return null; // it was logged when it was waited for
        }
    }

    /// <summary>What a database can hold as a key, whatever a platform sends.</summary>
    public static string KeyOf(string id) => id.Length <= LongestId && id.All(char.IsAscii) && !id.Any(char.IsControl) ? id : Anonymous(id);

    /// <summary>For an id that names a person or a chat: it is kept longer than what was asked.</summary>
    public static string Anonymous(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
