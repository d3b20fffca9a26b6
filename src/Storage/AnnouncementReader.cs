using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage;

/// <param name="Id">One announcement's own; the message it goes out with may hold more.</param>
/// <param name="State">The state of the message it goes out with.</param>
public sealed record AnnouncementView(
    string Id,
    string Kind,
    string About,
    Recipient To,
    DeliveryState State,
    Instant At,
    IReadOnlyDictionary<string, string> Data,
    string Post,
    string? MessageId,
    string? Reason
);

/// <summary>What was planned and what became of it.</summary>
public sealed class AnnouncementReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Newest first; null for every state.</summary>
    public async Task<IReadOnlyList<AnnouncementView>> ListAsync(DeliveryState? state, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var messages = state is { } wanted ? db.Outbox.Where(row => row.State == wanted) : db.Outbox;
        return await NewestAsync(db, messages, take, ct);
    }

    /// <summary>
    /// What a recipient was told, oldest first, the newest <paramref name="take"/>. A board's later edition stands in the place of
    /// the earlier, as an edited message does.
    /// </summary>
    public async Task<IReadOnlyList<AnnouncementView>> ToAsync(Recipient to, int take, CancellationToken ct)
    {
        var key = to.Key;
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Twice as many: in the worst case each is a board with a provisional and a final edition.
        var newest = await NewestAsync(db, db.Outbox.Where(row => row.Recipient == key), take * 2, ct);
        var told = newest.Reverse().GroupBy(view => Living(view), (_, editions) => editions.Last());
        return [.. told.TakeLast(take)];
    }

    private static async Task<IReadOnlyList<AnnouncementView>> NewestAsync(
        GameContext db,
        IQueryable<Rows.OutboxRow> messages,
        int take,
        CancellationToken ct
    )
    {
        var rows = await messages
            .Join(db.Announcements, message => message.Id, row => row.Outbox, (message, row) => new { message, row })
            .OrderByDescending(pair => pair.message.Sequence)
            .ThenByDescending(pair => pair.row.Place)
            .Take(take)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. rows.Select(pair => pair.row.ToView(pair.message))];
    }

    /// <summary>What stays the same over the editions of a board: <c>board:org:2026-W47</c> of <c>board:org:2026-W47:final</c>.</summary>
    private static string Living(AnnouncementView view) =>
        view.Kind.StartsWith("board.", StringComparison.Ordinal) ? view.About[..view.About.LastIndexOf(':')] : view.About;
}
