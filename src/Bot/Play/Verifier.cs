using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Outbox;
using Bot.Settings;
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
        var items = new List<Difference>();
        var phases = new List<PhaseProgress>();
        foreach (var phase in VerificationPhases.OfVerify)
            phases.Add(await RunAsync(Verify, phase, mender: null, items, progress, ct));

        return await ReportAsync(Verify, phases, items, ct);
    }

    /// <summary>Names what differs and posts the differences.</summary>
    public async Task<VerificationReport> ReplayAsync(string by, Action<long> progress, CancellationToken ct)
    {
        var items = new List<Difference>();
        var phases = new List<PhaseProgress>();
        var mender = new Mender(plays, scorekeeper, signal, clock);
        foreach (var phase in VerificationPhases.OfReplay)
            phases.Add(await RunAsync(Replay, phase, mender, items, progress, ct));

        var report = await ReportAsync(Replay, phases, items, ct);
        await AuditAsync(by, report, ct);
        return report;
    }

    private async Task<PhaseProgress> RunAsync(
        string kind,
        VerificationPhase phase,
        Mender? mender,
        List<Difference> items,
        Action<long> progress,
        CancellationToken ct
    )
    {
        var state = await checkups.ReadAsync(kind, phase, ct);
        var keptAt = clock.GetTimestamp();
        progress(state.Rows);
        while (state.Cursor is { } start)
            await foreach (var (parts, isRestOld) in SettledAsync(phase, start, mender, ct))
            {
                foreach (var part in parts)
                    state = Add(state, part, items, progress);

                if (clock.GetElapsedTime(keptAt) >= KeepEvery)
                {
                    await checkups.KeepAsync(kind, phase, state, ct);
                    keptAt = clock.GetTimestamp();
                }

                if (isRestOld)
                    break;
            }

        return state;
    }

    /// <summary>Parts that are done with, in order: looked at and, by a replay, mended some at a time under one lock.</summary>
    private async IAsyncEnumerable<(IReadOnlyList<ComparedPart> Parts, bool IsRestOld)> SettledAsync(
        VerificationPhase phase,
        string after,
        Mender? mender,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var (waiting, rows) = (new List<ComparedPart>(), 0);
        await foreach (var part in store.PartsAsync(phase, after, ct))
        {
            waiting.Add(part);
            rows += part.Verified.Rows;
            if (part.Cursor is not null && mender is not null && rows < Mender.RowsALock)
                continue;

            var (settled, isRestOld) = mender is null ? (waiting.Count, false) : await mender.MendAsync(waiting, ct);
            yield return (waiting[..settled], isRestOld);
            waiting.Clear();
            rows = 0;
        }
    }

    private static PhaseProgress Add(PhaseProgress state, ComparedPart part, List<Difference> items, Action<long> progress)
    {
        var found = part.Verified.Differences;
        if (found.Count > 0)
            foreach (var difference in found.Take(VerificationReport.MostItems - items.Count))
                items.Add(difference);

        progress(part.Verified.Rows);
        return new(part.Cursor, state.Rows + part.Verified.Rows, state.Differences + found.Count)
        {
            Kept = state.Kept + part.Verified.Kept,
        };
    }

    private async Task<VerificationReport> ReportAsync(
        string kind,
        IReadOnlyCollection<PhaseProgress> phases,
        List<Difference> items,
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
