using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage;

/// <param name="Reason">A code of <see cref="FactReasons"/>.</param>
/// <param name="Currency">In which there is no rate; null where that is not why, or another activity named it.</param>
public sealed record LeftOut(string Reason, string? Currency, int Count);

/// <summary>What a person did and does not count: waiting, or listed because it came too late.</summary>
public sealed class LeftOutReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Of what occurred in <c>[from, to)</c>; null bounds are open.</summary>
    public async Task<IReadOnlyList<LeftOut>> ReadAsync(PersonId person, Instant? from, Instant? to, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (first, end) = (from ?? Instant.MinValue, to ?? Instant.MaxValue);
        var facts = db.Facts.AsNoTracking().Where(row => row.Person == person);
        if (from is not null)
            facts = facts.Where(row => row.Occurred >= first);
        if (to is not null)
            facts = facts.Where(row => row.Occurred < end);

        var waiting = await facts
            .Where(row => row.State == FactState.Quarantined)
            .Select(row => new { row.Reason, row.Currency })
            .ToListAsync(ct);
        var late = await facts
            .Where(row => row.Credited != row.Occurred && row.State == FactState.Listed && row.Reason == FactReasons.Late)
            .CountAsync(ct);
        return
        [
            .. late == 0 ? [] : new LeftOut[] { new(FactReasons.Late, null, late) },
            .. waiting
                .GroupBy(row => (Reason: row.Reason ?? "", Currency: IsOfMoney(row.Reason) ? row.Currency : null))
                .OrderBy(group => group.Key.Reason, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
                .Select(group => new LeftOut(group.Key.Reason, group.Key.Currency, group.Count())),
        ];
    }

    private static bool IsOfMoney(string? reason) => reason is FactReasons.NoRate or FactReasons.UnknownCurrency;
}
