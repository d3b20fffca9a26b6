using Quartz;
using Storage;

namespace Bot.Play;

/// <summary>Looks at what the calendar asks for; what failed is still due at the next look.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DueWorkJob(DueWork due, ILogger<DueWorkJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await due.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host goes down; another host looks, or this one after its next start.
        }
        catch (StoreUnavailableException away)
        {
            StoreAway(log, away.Message);
        }
        catch (Exception broken)
        {
            DueWorkFailed(log, broken);
        }
    }

    [LoggerMessage(1010, LogLevel.Warning, "What is due has to wait for the database: {Reason}")]
    private static partial void StoreAway(ILogger logger, string reason);

    [LoggerMessage(1011, LogLevel.Error, "What is due failed; it is tried again")]
    private static partial void DueWorkFailed(ILogger logger, Exception exception);
}
