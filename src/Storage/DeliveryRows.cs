using System.Text.Json;
using Gamification.Announcements;
using Storage.Rows;

namespace Storage;

/// <summary>Stored messages and what they tell, as the host sees them.</summary>
internal static class DeliveryRows
{
    public static Delivery ToDelivery(this OutboxRow row, IEnumerable<AnnouncementRow> announcements, string? edits)
    {
        var to = Recipient.Parse(row.Recipient);
        IReadOnlyList<Announcement> told =
        [
            .. announcements.OrderBy(announcement => announcement.Place).Select(announcement => announcement.ToAnnouncement(to, row.Post)),
        ];
        return new(row.Id, to, told, row.Attempt, row.Fence, edits, row.Planned);
    }

    public static AnnouncementView ToView(this AnnouncementRow row, OutboxRow message) =>
        new(
            $"{row.Outbox}.{row.Place}",
            row.Kind,
            row.About,
            Recipient.Parse(row.Recipient),
            message.State,
            row.At,
            Figures(row),
            message.Post,
            message.MessageId,
            message.Reason
        );

    /// <summary>The position is not kept: the order inside the message is.</summary>
    private static Announcement ToAnnouncement(this AnnouncementRow row, Recipient to, string post) =>
        new(row.Kind, row.About, to, post, Position: null, Figures(row));

    private static Dictionary<string, string> Figures(AnnouncementRow row) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.Data) ?? [];
}
