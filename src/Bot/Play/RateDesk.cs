using Bot.Outbox;
using Bot.Settings;
using Gamification.Activities;
using Gamification.Exchange;
using Storage;

namespace Bot.Play;

/// <param name="Changed">How many rates are new or another number.</param>
/// <param name="Released">Activities that waited for them and are played now.</param>
public sealed record RatesPut(int Changed, IReadOnlyList<FactId> Released);

/// <summary>Enters rates under the write lock; what waited for them is played in the same commit, in business order.</summary>
public sealed class RateDesk(PlayStore store, WaitingFacts waiting, OutboxSignal signal, TimeProvider clock)
{
    /// <param name="rates">At most one of a currency and day.</param>
    /// <param name="by">A person's id, <c>api</c> or <c>command</c>, for the audit row.</param>
    public async Task<RatesPut> PutAsync(IReadOnlyCollection<DatedRate> rates, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var changed = await write.PutRatesAsync(rates, ct);
        if (changed.Count > 0)
            await write.AuditAsync(
                new(clock.Now(), by, "rates.put", About(changed), AuditText.Before(changed), AuditText.After(changed), Reason: null),
                ct
            );

        var currencies = rates.Select(rate => rate.Currency).ToHashSet(StringComparer.Ordinal);
        var (released, isToBeTold) = await waiting.ReleaseAsync(write, currencies, ct);
        if (changed.Count > 0 || released.Count > 0)
            await write.CommitAsync(ct);
        if (isToBeTold)
            signal.Raise();
        return new(changed.Count, released);
    }

    private static string About(IReadOnlyList<(DatedRate Now, Rate? Before)> changed) =>
        string.Join(' ', changed.Select(rate => rate.Now.Currency).Distinct().Order(StringComparer.Ordinal));
}
