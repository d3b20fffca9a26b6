using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Demo;

/// <summary>One event as the demo's CRM reports it: the canonical body of a <c>standard</c> connection.</summary>
/// <param name="Id">The external id; the same event sent again changes nothing.</param>
internal sealed record CrmEvent(string Id, string Type, DateTimeOffset At, JsonObject Data)
{
    public byte[] Body() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["type"] = Type,
                ["timestamp"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                ["data"] = Data.DeepClone(),
            }
        );

    public static CrmEvent Quote(string id, DateTimeOffset at, string owner, string? deal, decimal? amount = null) =>
        new(
            id,
            "quote.sent",
            at,
            new()
            {
                ["quoteId"] = id,
                ["dealId"] = deal,
                ["owner"] = owner,
                ["amount"] = amount,
                ["currency"] = amount is null ? null : DemoCompany.Currency,
            }
        );

    public static CrmEvent Won(string id, DateTimeOffset at, string owner, string deal, decimal amount) =>
        new(
            id,
            "deal.closed",
            at,
            new()
            {
                ["dealId"] = deal,
                ["owner"] = owner,
                ["outcome"] = "won",
                ["amount"] = amount,
                ["currency"] = DemoCompany.Currency,
            }
        );

    public static CrmEvent Reopened(string id, DateTimeOffset at, string deal) => new(id, "deal.reopened", at, new() { ["dealId"] = deal });

    public static CrmEvent Voided(string id, DateTimeOffset at, string quote) => new(id, "quote.voided", at, new() { ["quoteId"] = quote });

    public static CrmEvent Received(string id, DateTimeOffset at, string owner, string conversation) =>
        new(id, "client.message.received", at, Message(id, owner, conversation));

    public static CrmEvent Replied(string id, DateTimeOffset at, string owner, string conversation) =>
        new(id, "client.message.replied", at, Message(id, owner, conversation));

    private static JsonObject Message(string id, string owner, string conversation) =>
        new()
        {
            ["conversationId"] = conversation,
            ["messageId"] = id,
            ["owner"] = owner,
        };
}
