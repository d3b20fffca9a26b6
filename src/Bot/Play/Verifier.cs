using System.Collections.Concurrent;
using System.Globalization;
using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Verifying;
using Storage;
using Storage.Verifying;

namespace Bot.Play;

/// <summary>
/// Compares everything that is stored with a fresh fold of all facts, part by part beside live traffic. A replay also mends what
/// differs; under the write lock, so a second one has nothing left to post.
/// </summary>
public sealed class Verifier(
    VerificationStore store,
    CheckupStore checkups,
    PlayStore plays,
    Scorekeeper scorekeeper,
    OutboxSignal signal,
    TimeProvider clock
)
{
    private const string Verify = "verify";
    private const string Replay = "replay";

    /// <summary>How often an interruption may lose what was looked at since.</summary>
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(1);

    /// <summary>The rows a whole run looks at.</summary>
    public Task<long> RowsAsync(CancellationToken ct) => store.RowsAsync(ct);

    /// <summary>Names what differs and changes nothing.</summary>
    /// <param name="progress">Told how many more rows were looked at.</param>
    public async Task<VerificationReport> VerifyAsync(Action<long> progress, CancellationToken ct)
    {
        var items = new ConcurrentQueue<Difference>();
        var phases = await Task.WhenAll(
            Enum.GetValues<VerificationPhase>()
                .Select(phase => Task.Run(() => RunAsync(Verify, phase, NothingAsync, items, progress, ct), ct))
        );
        return await ReportAsync(Verify, phases, items, ct);
    }

    /// <summary>Names what differs and posts the differences.</summary>
    public async Task<VerificationReport> ReplayAsync(string by, Action<long> progress, CancellationToken ct)
    {
        var items = new ConcurrentQueue<Difference>();
        var phases = new List<PhaseProgress>();
        foreach (var phase in Enum.GetValues<VerificationPhase>())
            phases.Add(await RunAsync(Replay, phase, MendAsync, items, progress, ct));

        var report = await ReportAsync(Replay, phases, items, ct);
        await AuditAsync(by, report, ct);
        return report;
    }

    private async Task<PhaseProgress> RunAsync(
        string kind,
        VerificationPhase phase,
        Func<Verified, CancellationToken, Task> mendAsync,
        ConcurrentQueue<Difference> items,
        Action<long> progress,
        CancellationToken ct
    )
    {
        await using var reading = store.Open();
        var state = await checkups.ReadAsync(kind, phase, ct);
        var keptAt = clock.GetTimestamp();
        progress(state.Rows);
        while (state.Cursor is { } cursor)
        {
            var part = await reading.NextAsync(phase, cursor, ct);
            await mendAsync(part, ct);
            state = new(part.Cursor, state.Rows + part.Rows, state.Differences + part.Differences.Count);
            foreach (var difference in part.Differences.Take(VerificationReport.MostItems - items.Count))
                items.Enqueue(difference);

            progress(part.Rows);
            if (clock.GetElapsedTime(keptAt) < KeepEvery)
                continue;

            await checkups.KeepAsync(kind, phase, state, ct);
            keptAt = clock.GetTimestamp();
        }

        return state;
    }

    private async Task MendAsync(Verified part, CancellationToken ct)
    {
        if (part.Differences.Count == 0)
            return;

        await using var write = await plays.BeginAsync(clock.Now(), ct);
        var decided = await scorekeeper.RecountAsync(write, part.Again, ct);
        foreach (var person in part.Tallies)
            await write.MendTalliesAsync(person, ct);

        await write.CommitAsync(ct);
        if (decided.Announcements.Count > 0)
            signal.Raise();
    }

    private static Task NothingAsync(Verified part, CancellationToken ct) => Task.CompletedTask;

    private async Task<VerificationReport> ReportAsync(
        string kind,
        IReadOnlyCollection<PhaseProgress> phases,
        ConcurrentQueue<Difference> items,
        CancellationToken ct
    )
    {
        await checkups.ForgetAsync(kind, ct);
        return new(phases.Sum(phase => phase.Rows), phases.Sum(phase => phase.Differences), [.. items]);
    }

    private async Task AuditAsync(string by, VerificationReport report, CancellationToken ct)
    {
        await using var write = await plays.BeginAsync(clock.Now(), ct);
        var after = string.Create(CultureInfo.InvariantCulture, $"{report.Differences} differences in {report.Rows} rows");
        await write.AuditAsync(new(clock.Now(), by, "game.replayed", "all", Before: null, after, Reason: null), ct);
        await write.CommitAsync(ct);
    }
}
