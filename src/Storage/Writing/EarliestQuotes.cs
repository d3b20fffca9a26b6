using Gamification.Activities;
using NodaTime;

namespace Storage.Writing;

/// <summary>When the earliest quote of each deal was sent.</summary>
internal static class EarliestQuotes
{
    /// <summary>Only the deals among the entities are looked for.</summary>
    public static async Task<IReadOnlyDictionary<EntityId, Instant>> ReadAsync(
        IWriteConnection connection,
        IEnumerable<EntityId> entities,
        CancellationToken ct
    )
    {
        var deals = entities.Where(entity => entity.IsDeal).ToHashSet();
        var earliest = new Dictionary<EntityId, Instant>(deals.Count);
        foreach (var (deal, sent) in await connection.ReadAsync(FactTable.QuotesOfDeal, deals, ct))
            if (!earliest.TryGetValue(deal, out var known) || sent < known)
                earliest[deal] = sent;

        return earliest;
    }
}
