using NodaTime;
using Storage.Rows;

namespace Storage.Tests;

/// <summary>Messages as a commit plans them.</summary>
internal static class OutboxScript
{
    public const string Channel = "channel:slack:C01";
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);

    public static async Task PlanAsync(Func<GameContext> open, params object[] rows)
    {
        await using var db = open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public static OutboxRow Message(string id, long sequence, string to, string? edits = null) =>
        new()
        {
            Id = id,
            Recipient = to,
            Post = $"post:{id}",
            Sequence = sequence,
            Planned = Noon,
            State = DeliveryState.Pending,
            Due = Noon,
            Fence = 0,
            Attempt = 0,
            Edits = edits,
        };

    public static AnnouncementRow Announcement(string about, string kind, string outbox, int place, string data) =>
        new()
        {
            About = about,
            Recipient = Channel,
            Kind = kind,
            Outbox = outbox,
            Place = place,
            At = Noon,
            Data = data,
        };
}
