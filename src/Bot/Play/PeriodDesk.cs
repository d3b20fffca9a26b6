using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Play;

/// <summary>Why a period is not closed or reopened.</summary>
public abstract record PeriodRefusal
{
    private PeriodRefusal() { }

    /// <param name="Until">The first instant at which it may be closed.</param>
    public sealed record NotEnded(Instant Until) : PeriodRefusal;

    public sealed record AlreadyClosed : PeriodRefusal;

    public sealed record NotClosed : PeriodRefusal;

    /// <summary>A part of what goes back lies in other closed periods: all are reopened together, or none.</summary>
    public sealed record Together(IReadOnlyCollection<PeriodKey> Also) : PeriodRefusal;
}

/// <summary>Closes and reopens periods by hand, under the same lock as activities.</summary>
/// <remarks><c>by</c> is a person's id or <c>api</c>, for the audit row.</remarks>
public sealed class PeriodDesk(
    PlayStore store,
    Scorekeeper scorekeeper,
    Verifier verifier,
    CloseReader closes,
    DueWork due,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock
)
{
    /// <summary>From its end on, also before its grace is over. Null when done.</summary>
    public async Task<PeriodRefusal?> CloseAsync(Period period, string by, CancellationToken ct)
    {
        await using (var write = await store.BeginAsync(clock.Now(), ct))
        {
            var now = clock.Now();
            var before = await closes.FindAsync(period.Key, ct);
            if (period.EndIn(organisation.Zone) is { } end && end > now)
                return new PeriodRefusal.NotEnded(end);
            if (!await write.CloseAsync(period, now, ct))
                return new PeriodRefusal.AlreadyClosed();

            var after = new PeriodClose(period.Key, period.Kind, CloseState.Closed, (before?.Version ?? 0) + 1);
            await write.AuditAsync(
                new(now, by, "period.closed", period.Key.Value, before is null ? null : AuditText.Of(before), AuditText.Of(after), null),
                ct
            );
            await write.CommitAsync(ct);
        }

        signal.Raise();
        await due.RunAsync(ct);
        return null;
    }

    /// <summary>
    /// Opens closed periods again: what came late for them goes back to where it belongs in the same commit, then everything that is
    /// open is derived again, which also issues what is missing. Closed again only by hand.
    /// </summary>
    public async Task<(PeriodRefusal? Refusal, VerificationReport? Report)> ReopenAsync(
        IReadOnlyCollection<PeriodKey> periods,
        string reason,
        string by,
        CancellationToken ct
    )
    {
        await using (var write = await store.BeginAsync(clock.Now(), ct))
        {
            if (await write.ReopenAsync(periods, ct) is not { } reopening)
                return (new PeriodRefusal.NotClosed(), null);
            if (reopening.Also.Count > 0)
                return (new PeriodRefusal.Together(reopening.Also), null);

            await scorekeeper.RecountAsync(write, reopening.Again, ct);
            foreach (var period in periods)
                await AuditReopenedAsync(write, period, reason, by, ct);

            await write.CommitAsync(ct);
        }

        signal.Raise();
        await due.RunAsync(ct);
        return (null, await verifier.ReplayAsync(by, _ => { }, ct));
    }

    /// <summary>What the reader sees is what stood before: this transaction is not committed yet.</summary>
    private async Task AuditReopenedAsync(PlayWrite write, PeriodKey period, string reason, string by, CancellationToken ct)
    {
        if (await closes.FindAsync(period, ct) is { } before)
            await write.AuditAsync(
                new(
                    clock.Now(),
                    by,
                    "period.reopened",
                    period.Value,
                    AuditText.Of(before),
                    AuditText.Of(before with { State = CloseState.Reopened }),
                    reason
                ),
                ct
            );
    }
}
