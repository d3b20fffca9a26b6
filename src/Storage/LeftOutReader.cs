using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <param name="Reason">A code of <see cref="FactReasons"/>.</param>
/// <param name="Currency">In which there is no rate; null where that is not why, or another activity named it.</param>
public sealed record LeftOut(string Reason, string? Currency, int Count)
{
    /// <param name="late">How many came after the close.</param>
    /// <param name="waiting">Why each of the others waits, and the currency of its amount.</param>
    internal static IReadOnlyList<LeftOut> Of(int late, IEnumerable<(string Reason, string? Currency)> waiting) =>
        [
            .. late == 0 ? [] : new LeftOut[] { new(FactReasons.Late, null, late) },
            .. waiting
                .GroupBy(one => (one.Reason, Currency: IsOfMoney(one.Reason) ? one.Currency : null))
                .OrderBy(group => group.Key.Reason, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
                .Select(group => new LeftOut(group.Key.Reason, group.Key.Currency, group.Count())),
        ];

    private static bool IsOfMoney(string reason) => reason is FactReasons.NoRate or FactReasons.UnknownCurrency;
}

/// <summary>What a person did and does not count: waiting, or listed because it came too late.</summary>
public sealed class LeftOutReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Of what occurred in <c>[from, to)</c>; null bounds are open.</summary>
    public async Task<IReadOnlyList<LeftOut>> ReadAsync(PersonId person, Instant? from, Instant? to, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = await Within(QuarantineReader.Waiting(db), person, from, to)
            .Select(row => new { row.Reason, row.Currency })
            .ToListAsync(ct);
        var late = await Within(QuarantineReader.Rejected(db), person, from, to).CountAsync(ct);
        return LeftOut.Of(late, waiting.Select(row => (row.Reason ?? "", row.Currency)));
    }

    private static IQueryable<FactRow> Within(IQueryable<FactRow> facts, PersonId person, Instant? from, Instant? to)
    {
        var (first, end) = (from ?? Instant.MinValue, to ?? Instant.MaxValue);
        facts = facts.Where(row => row.Person == person);
        if (from is not null)
            facts = facts.Where(row => row.Occurred >= first);

        return to is null ? facts : facts.Where(row => row.Occurred < end);
    }
}
