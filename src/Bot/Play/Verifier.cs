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
        var own = new HashSet<long>();
        foreach (var phase in Enum.GetValues<VerificationPhase>())
            phases.Add(await RunAsync(Replay, phase, (part, verified, stop) => MendAsync(part, verified, own, stop), items, progress, ct));

        var report = await ReportAsync(Replay, phases, items, ct);
        await AuditAsync(by, report, ct);
        return report;
    }

    private async Task<PhaseProgress> RunAsync(
        string kind,
        VerificationPhase phase,
        Func<ReadPart, Verified, CancellationToken, Task<bool>> mendAsync,
        ConcurrentQueue<Difference> items,
        Action<long> progress,
        CancellationToken ct
    )
    {
        await using var reading = store.Open();
        var state = await checkups.ReadAsync(kind, phase, ct);
        var keptAt = clock.GetTimestamp();
        progress(state.Rows);
        var next = state.Cursor is { } start ? ReadAsync(start) : null;
        while (next is not null)
        {
            var part = await next;
            next = part.Cursor is { } cursor ? ReadAsync(cursor) : null;
            var verified = part.Compare();
            if (await mendAsync(part, verified, ct) && part.Cursor is { } again)
            {
                await next!;
                next = ReadAsync(again);
            }

            state = new(part.Cursor, state.Rows + verified.Rows, state.Differences + verified.Differences.Count)
            {
                Kept = state.Kept + verified.Kept,
            };
            foreach (var difference in verified.Differences.Take(VerificationReport.MostItems - items.Count))
                items.Enqueue(difference);

            progress(verified.Rows);
            if (clock.GetElapsedTime(keptAt) < KeepEvery)
                continue;

            await checkups.KeepAsync(kind, phase, state, ct);
            keptAt = clock.GetTimestamp();
        }

        return state;

        // One part is read while another is compared.
        Task<ReadPart> ReadAsync(string after) => Task.Run(() => reading.NextAsync(phase, after, ct), ct);
    }

    /// <returns>Whether more than the part may have changed, so that what was read since is old.</returns>
    private async Task<bool> MendAsync(ReadPart part, Verified verified, HashSet<long> own, CancellationToken ct)
    {
        if (verified.Differences.Count == 0)
            return false;

        await using var write = await plays.BeginAsync(clock.Now(), ct);
        var isAsRead = verified.Mended.Count > 0 && IsAsRead(part, write.Number, own);
        var announces = isAsRead ? await scorekeeper.WriteAsync(write, verified.Mended, ct) : await RecountAsync(write, verified, ct);
        if (isAsRead)
            own.Add(write.Number);

        await write.CommitAsync(ct);
        if (announces)
            signal.Raise();
        return !isAsRead;
    }

    /// <summary>Whether whatever was committed since the part was read was this run's mending of other parts.</summary>
    private static bool IsAsRead(ReadPart part, long number, HashSet<long> own)
    {
        for (var committed = part.Number; committed < number; committed++)
            if (!own.Contains(committed))
                return false;

        return true;
    }

    private async Task<bool> RecountAsync(PlayWrite write, Verified verified, CancellationToken ct)
    {
        var decided = await scorekeeper.RecountAsync(write, verified.Again, ct);
        foreach (var person in verified.Tallies)
            await write.MendTalliesAsync(person, ct);

        return decided.Announcements.Count > 0;
    }

    private static Task<bool> NothingAsync(ReadPart part, Verified verified, CancellationToken ct) => Task.FromResult(false);

    private async Task<VerificationReport> ReportAsync(
        string kind,
        IReadOnlyCollection<PhaseProgress> phases,
        ConcurrentQueue<Difference> items,
        CancellationToken ct
    )
    {
        await checkups.ForgetAsync(kind, ct);
        return new(phases.Sum(phase => phase.Rows), phases.Sum(phase => phase.Differences), [.. items])
        {
            Kept = phases.Sum(phase => phase.Kept),
        };
    }

    private async Task AuditAsync(string by, VerificationReport report, CancellationToken ct)
    {
        await using var write = await plays.BeginAsync(clock.Now(), ct);
        var after = string.Create(CultureInfo.InvariantCulture, $"{report.Differences} differences in {report.Rows} rows");
        await write.AuditAsync(new(clock.Now(), by, "game.replayed", "all", Before: null, after, Reason: null), ct);
        await write.CommitAsync(ct);
    }
}
