using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Plans what is told: one message for each recipient of a cause, holding only what that recipient was not told before.</summary>
internal sealed class AnnouncementPlanner(WriteScope scope)
{
    /// <summary>More messages than one commit can hold, so that the order of commits is the order of their messages.</summary>
    private const long MostOfACommit = 1_000_000;

    private const string Boards = "board.";

    private long planned;

    public async Task PlanAsync(IReadOnlyList<Announcement> announcements, CancellationToken ct)
    {
        if (announcements.Count == 0)
            return;

        var readers = await Readers.OfAsync(scope, announcements, ct);
        var posts = announcements.Where(readers.Hear).GroupBy(announcement => (announcement.Post, Recipient: announcement.To.Key)).ToList();
        var rows = posts.SelectMany(post => Rows(post, Id(post.Key.Post, post.Key.Recipient))).ToList();
        var told = await scope.Connection.WriteAsync(OutboxTable.Announce, rows, ct);
        var firsts = told.GroupBy(row => row.Outbox).ToDictionary(message => message.Key, message => message.First());
        var messages = new List<OutboxRow>(firsts.Count);
        foreach (var (post, recipient) in posts.Select(post => post.Key))
            if (firsts.TryGetValue(Id(post, recipient), out var first))
                messages.Add(Message(first, post, readers.DueOf(first.Recipient), await EditsAsync(first, ct)));
        await scope.Connection.WriteAsync(OutboxTable.Plan, messages, ct);
    }

    /// <summary>Made of the cause, the recipient and the commit: what a later commit finds to say about the cause is another message.</summary>
    private string Id(string post, string recipient)
    {
        var cause = Packed.Of([post, recipient, scope.Number.ToString(CultureInfo.InvariantCulture)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cause)).AsSpan(0, 16));
    }

    private IEnumerable<AnnouncementRow> Rows(IEnumerable<Announcement> post, string outbox) =>
        post.OrderBy(announcement => announcement.Position)
            .Select(
                (announcement, place) =>
                    new AnnouncementRow
                    {
                        About = announcement.About,
                        Recipient = announcement.To.Key,
                        Kind = announcement.Kind,
                        Outbox = outbox,
                        Place = place,
                        At = scope.Now,
                        Data = JsonSerializer.Serialize(announcement.Data),
                    }
            );

    private OutboxRow Message(AnnouncementRow first, string post, Instant due, string? edits) =>
        new()
        {
            Id = first.Outbox,
            Recipient = first.Recipient,
            Post = post,
            Sequence = (scope.Number * MostOfACommit) + planned++,
            Planned = scope.Now,
            State = DeliveryState.Pending,
            Due = due,
            Fence = 0,
            Attempt = 0,
            Edits = edits,
        };

    /// <summary>A board is one living message: <c>board:org:2026-W47:final</c> takes the place of the edition before it.</summary>
    private async Task<string?> EditsAsync(AnnouncementRow board, CancellationToken ct)
    {
        if (!board.Kind.StartsWith(Boards, StringComparison.Ordinal))
            return null;

        var stem = board.About[..(board.About.LastIndexOf(':') + 1)];
        return await scope
            .Db.Announcements.About(stem)
            .Where(row => row.Recipient == board.Recipient && row.Outbox != board.Outbox)
            .Join(scope.Db.Outbox, row => row.Outbox, message => message.Id, (_, message) => message)
            .OrderByDescending(message => message.Sequence)
            .Select(message => message.Id)
            .FirstOrDefaultAsync(ct);
    }
}
