using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Activities;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Import;

/// <summary>
/// Records past activities group by group, beside hosts that go on serving. Periods whose grace is over are closed first, so that what is
/// imported into them finds them closed. What was recorded before an interruption is recognised by its identity.
/// </summary>
internal sealed partial class Importer(
    PlayStore store,
    Scorekeeper scorekeeper,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<Importer> log
)
{
    private const string By = "import";

    /// <summary>Large enough to share its cost, small enough for webhooks that wait for the lock.</summary>
    private const int GroupSize = 500;

    private const int ClosesTogether = 25;
    private const int MostTries = 12;

    /// <summary>Between two groups others get the lock.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="lines">In the order of their occurrence.</param>
    /// <param name="progress">Told how many more lines were looked at.</param>
    public async Task<ImportReport> RunAsync(
        IEnumerable<(long Line, Reported Reported)> lines,
        IReadOnlySet<LocalDate> days,
        bool isDryRun,
        Action<long> progress,
        CancellationToken ct
    )
    {
        var report = new ImportReport();
        var group = new ImportGroup(scorekeeper, organisation, report);
        var due = await DueAsync(days, ct);
        if (!isDryRun)
            foreach (var some in due.Chunk(ClosesTogether))
                await PatientlyAsync(() => CloseAsync(some, ct), ct);

        IReadOnlyList<ClosedPeriod> closing = isDryRun ? [.. due.Select(AsClosed)] : [];
        foreach (var some in lines.Chunk(GroupSize))
        {
            await PatientlyAsync(() => isDryRun ? TryAsync(group, some, closing, ct) : RecordAsync(group, some, ct), ct);
            progress(some.Length);
            await Task.Delay(Pause, TimeProvider.System, ct);
        }

        return report;
    }

    public Task AuditAsync(string about, string after, CancellationToken ct) =>
        PatientlyAsync(
            async () =>
            {
                await using var write = await store.BeginAsync(clock.Now(), ct);
                await write.AuditAsync(new(clock.Now(), "command", "activities.imported", about, Before: null, after, Reason: null), ct);
                await write.CommitAsync(ct);
            },
            ct
        );

    private async Task<IReadOnlyList<Period>> DueAsync(IReadOnlySet<LocalDate> days, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        return Closing.DueOf(days, clock.Now(), organisation, (await write.ScheduleAsync(ct)).Closes);
    }

    /// <summary>Closed by an earlier commit than the facts, as the schedule would have done it.</summary>
    private async Task CloseAsync(IReadOnlyList<Period> due, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var known = (await write.ScheduleAsync(ct)).Closes.Select(close => close.Key).ToHashSet();
        foreach (var period in due.Where(period => !known.Contains(period.Key)))
        {
            await write.CloseAsync(period, clock.Now(), ct);
            await write.AuditAsync(AuditText.Closed(period, By, clock.Now()), ct);
        }

        await write.CommitAsync(ct);
    }

    private async Task RecordAsync(ImportGroup group, IReadOnlyList<(long Line, Reported Reported)> lines, CancellationToken ct)
    {
        try
        {
            await using var write = await store.BeginAsync(clock.Now(), ct);
            await group.RecordAsync(write, lines, ct);
            signal.Raise();
        }
        catch (Exception broken) when (broken is not (StoreUnavailableException or OperationCanceledException))
        {
            await RecordApartAsync(group, lines, broken, ct);
        }
    }

    private async Task RecordApartAsync(
        ImportGroup group,
        IReadOnlyList<(long Line, Reported Reported)> lines,
        Exception broken,
        CancellationToken ct
    )
    {
        if (lines is [var alone])
        {
            ActivityFailed(log, alone.Reported.Id.Connection, alone.Reported.Id.ExternalId, broken);
            await using var write = await store.BeginAsync(clock.Now(), ct);
            await group.SetAsideAsync(write, alone, ct);
            return;
        }

        var middle = lines.Count / 2;
        await RecordAsync(group, [.. lines.Take(middle)], ct);
        await RecordAsync(group, [.. lines.Skip(middle)], ct);
    }

    private async Task TryAsync(
        ImportGroup group,
        IReadOnlyList<(long Line, Reported Reported)> lines,
        IReadOnlyList<ClosedPeriod> due,
        CancellationToken ct
    )
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        await group.TryAsync(write, lines, due, ct);
    }

    /// <summary>Nothing is half-stored when the lock is not to be had, so it is asked for again.</summary>
    private static async Task PatientlyAsync(Func<Task> work, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
            try
            {
                await work();
                return;
            }
            catch (StoreUnavailableException) when (tries < MostTries)
            {
                await Task.Delay(Pause * tries, TimeProvider.System, ct);
            }
    }

    private ClosedPeriod AsClosed(Period period) =>
        new(period.Key, period.Kind, period.StartIn(organisation.Zone)!.Value, period.EndIn(organisation.Zone)!.Value, Commit: 0);

    [LoggerMessage(1030, LogLevel.Error, "The rules failed on imported activity {Connection}/{ExternalId}; it waits in quarantine")]
    private static partial void ActivityFailed(ILogger logger, string connection, string externalId, Exception exception);
}
