using Storage.Rows;

namespace Storage.Writing;

/// <summary>How announcements and the messages that carry them are planned.</summary>
internal static class OutboxTable
{
    /// <summary>What a recipient was told about something already is left out.</summary>
    public static readonly Upsert<AnnouncementRow> Announce = new(
        "announcement",
        keys: 2,
        OnConflict.Ignore,
        new Field<AnnouncementRow>.Text("about", row => row.About),
        new Field<AnnouncementRow>.Text("recipient", row => row.Recipient),
        new Field<AnnouncementRow>.Text("kind", row => row.Kind),
        new Field<AnnouncementRow>.Text("outbox", row => row.Outbox),
        new Field<AnnouncementRow>.Number("place", row => row.Place),
        new Field<AnnouncementRow>.Number("at", row => Stored.Micros(row.At)),
        new Field<AnnouncementRow>.Text("data", row => row.Data)
    );

    public static readonly Upsert<OutboxRow> Plan = new(
        "outbox",
        keys: 1,
        OnConflict.Refuse,
        new Field<OutboxRow>.Text("id", row => row.Id),
        new Field<OutboxRow>.Text("recipient", row => row.Recipient),
        new Field<OutboxRow>.Text("post", row => row.Post),
        new Field<OutboxRow>.Number("sequence", row => row.Sequence),
        new Field<OutboxRow>.Number("planned", row => Stored.Micros(row.Planned)),
        new Field<OutboxRow>.Text("state", row => EnumText<DeliveryState>.Of(row.State)),
        new Field<OutboxRow>.Number("due", row => Stored.Micros(row.Due)),
        new Field<OutboxRow>.Number("fence", row => row.Fence),
        new Field<OutboxRow>.Number("attempt", row => row.Attempt),
        new Field<OutboxRow>.Text("edits", row => row.Edits)
    );
}
