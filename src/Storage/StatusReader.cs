using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>A message that was refused, or of which nobody knows whether it arrived.</summary>
/// <param name="Kind">Of the first thing it tells.</param>
/// <param name="Attempt">The last one: what somebody who looks at it decides about.</param>
/// <param name="Told">How many things it tells.</param>
public sealed record TroubledMessage(
    string Id,
    Recipient To,
    string Kind,
    string About,
    int Told,
    DeliveryState State,
    Instant At,
    int Attempt,
    string? Reason
);

/// <param name="Held">Those of the waiting ones that wait for quiet hours, a budget, a pause or working hours.</param>
public sealed record MessageCounts(int Waiting, int Held, int Failed, int Unconfirmed);

/// <summary>How the deployment is: what waits, what went wrong, and who sends.</summary>
public sealed class StatusReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Trouble that was dismissed is over.</summary>
    /// <param name="recipients">Null for all.</param>
    public async Task<MessageCounts> CountAsync(IReadOnlyCollection<string>? recipients, Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = Of(db, recipients);
        return new(
            await rows.CountAsync(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Sending, ct),
            await rows.CountAsync(row => row.State == DeliveryState.Pending && row.Attempt == 0 && row.Due > now, ct),
            await rows.CountAsync(row => row.State == DeliveryState.Failed && row.Dismissed == null, ct),
            await rows.CountAsync(row => row.State == DeliveryState.Unknown && row.Dismissed == null, ct)
        );
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<TroubledMessage>> TroubledAsync(IReadOnlyCollection<string>? recipients, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await Of(db, recipients)
            .Where(row => (row.State == DeliveryState.Failed || row.State == DeliveryState.Unknown) && row.Dismissed == null)
            .OrderByDescending(row => row.Sequence)
            .Take(take)
            .ToListAsync(ct);
        return await MessagesAsync(db, rows, ct);
    }

    public async Task<TroubledMessage?> FindAsync(string id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Outbox.AsNoTracking().Where(row => row.Id == id).ToListAsync(ct);
        return (await MessagesAsync(db, rows, ct)).SingleOrDefault();
    }

    /// <summary>When each connection sent its newest event; one that never sent is not there.</summary>
    public async Task<IReadOnlyDictionary<string, Instant>> LastEventsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Connections.ToDictionaryAsync(row => row.Name, row => row.LastEvent, ct);
    }

    private static IQueryable<OutboxRow> Of(GameContext db, IReadOnlyCollection<string>? recipients)
    {
        var rows = db.Outbox.AsNoTracking().Where(row => row.Carrier == null);
        return recipients is null ? rows : rows.Where(row => recipients.Contains(row.Recipient));
    }

    private static async Task<IReadOnlyList<TroubledMessage>> MessagesAsync(GameContext db, List<OutboxRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var told = (
            await db
                .Announcements.AsNoTracking()
                .Where(row => ids.Contains(row.Outbox))
                .OrderBy(row => row.Place)
                .Select(row => new
                {
                    row.Outbox,
                    row.Kind,
                    row.About,
                })
                .ToListAsync(ct)
        ).ToLookup(row => row.Outbox);
        return
        [
            .. rows.Select(row => new TroubledMessage(
                row.Id,
                Recipient.Parse(row.Recipient),
                told[row.Id].FirstOrDefault()?.Kind ?? "",
                told[row.Id].FirstOrDefault()?.About ?? "",
                told[row.Id].Count(),
                row.State,
                row.Planned,
                row.Attempt,
                row.Reason
            )),
        ];
    }
}
