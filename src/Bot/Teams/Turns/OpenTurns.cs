using System.Collections.Concurrent;

namespace Bot.Teams.Turns;

/// <summary>
/// Answers Teams in time without dropping work: a turn that takes longer goes on after the request was answered,
/// and the host does not stop before it ended.
/// </summary>
internal sealed class OpenTurns(TimeProvider clock, ILogger<OpenTurns> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Task, byte> open = [];

    /// <summary>Returns when the turn ended, with its exception, or after three seconds.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> turn)
    {
        var work = turn(CancellationToken.None);
        open.TryAdd(work, 0);
        _ = CloseAsync(work);
        if (await Task.WhenAny(work, Task.Delay(Patience, clock)) == work)
            await work;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var work in open.Keys)
            await Task.WhenAny(work, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    private async Task CloseAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure)
        {
            log.TurnFailed(failure);
        }
        finally
        {
            open.TryRemove(work, out _);
        }
    }
}
