using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>Messages that are told by another one: what becomes of that becomes of them.</summary>
internal static class OutboxDigest
{
    public static Task<List<OutboxRow>> OfAsync(GameContext db, IReadOnlyCollection<string> carriers, CancellationToken ct) =>
        db
            .Outbox.AsNoTracking()
            .Where(row => row.Carrier != null && carriers.Contains(row.Carrier))
            .OrderBy(row => row.Sequence)
            .ToListAsync(ct);

    public static async Task FollowAsync(GameContext db, string carrier, CancellationToken ct)
    {
        var first = await db.Outbox.AsNoTracking().SingleAsync(row => row.Id == carrier, ct);
        await db
            .Outbox.Where(row => row.Carrier == carrier)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, first.State)
                        .SetProperty(row => row.LeaseUntil, first.LeaseUntil)
                        .SetProperty(row => row.MessageId, first.MessageId)
                        .SetProperty(row => row.Reason, first.Reason),
                ct
            );
    }
}
