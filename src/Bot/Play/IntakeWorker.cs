using Bot.Settings;
using Storage;

namespace Bot.Play;

/// <summary>
/// Takes what gathered while the last group was committed, one transaction after another. A group that fails is taken apart until only
/// the activity that made it fail is left.
/// </summary>
internal sealed partial class IntakeWorker(
    Intake intake,
    PlayStore store,
    GroupCommit commit,
    IntakeSettings settings,
    TimeProvider clock,
    ILogger<IntakeWorker> log
) : IHostedService
{
    private static readonly Recorded Away = new Recorded.Unavailable(TimeSpan.FromSeconds(5));

    private Task running = Task.CompletedTask;

    /// <remarks>No background service: one that is told to stop before its first step would never take it, and senders would wait.</remarks>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>No more is taken; what waits is recorded and answered before the host goes.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        intake.Stop();
        return running.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        while (await intake.WaitAsync())
            await RecordAsync(() => intake.Drain(settings.GroupSize));
    }

    /// <param name="gather">Called once the lock is held: a slow lock makes larger groups, not more transactions.</param>
    private async Task RecordAsync(Func<IReadOnlyList<Waiting>> gather)
    {
        IReadOnlyList<Waiting>? group = null;
        try
        {
            await using var write = await store.BeginAsync(clock.Now(), CancellationToken.None);
            group = gather();
            var answers = await commit.RecordAsync(write, [.. group.Select(waiting => waiting.Reported)], CancellationToken.None);
            foreach (var (waiting, answer) in group.Zip(answers))
                waiting.Answer.TrySetResult(answer);
        }
        catch (StoreUnavailableException away)
        {
            Refuse(group ?? gather(), away);
        }
        catch (Exception broken) when (group is not null)
        {
            await RecordApartAsync(group, broken);
        }
        catch (Exception broken)
        {
            Refuse(gather(), broken);
        }
    }

    private async Task RecordApartAsync(IReadOnlyList<Waiting> group, Exception broken)
    {
        if (group is [var alone])
        {
            await SetAsideAsync(alone, broken);
            return;
        }

        var middle = group.Count / 2;
        await RecordAsync(() => [.. group.Take(middle)]);
        await RecordAsync(() => [.. group.Skip(middle)]);
    }

    private async Task SetAsideAsync(Waiting alone, Exception broken)
    {
        ActivityFailed(log, alone.Reported.Id.Connection, alone.Reported.Id.ExternalId, broken);
        try
        {
            await using var write = await store.BeginAsync(clock.Now(), CancellationToken.None);
            alone.Answer.TrySetResult(await GroupCommit.SetAsideAsync(write, alone.Reported, CancellationToken.None));
        }
        catch (Exception worse)
        {
            Refuse([alone], worse);
        }
    }

    private void Refuse(IReadOnlyList<Waiting> group, Exception why)
    {
        GroupRefused(log, group.Count, why);
        foreach (var waiting in group)
            waiting.Answer.TrySetResult(Away);
    }

    [LoggerMessage(1000, LogLevel.Error, "The rules failed on activity {Connection}/{ExternalId}; it waits in quarantine")]
    private static partial void ActivityFailed(ILogger logger, string connection, string externalId, Exception exception);

    [LoggerMessage(1001, LogLevel.Warning, "{Count} activities were not stored; their senders were asked to come again")]
    private static partial void GroupRefused(ILogger logger, int count, Exception exception);
}
