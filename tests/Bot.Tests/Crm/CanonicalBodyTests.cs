using System.Text;
using Bot.Crm;
using Gamification;
using Gamification.Activities;
using NodaTime;

namespace Bot.Tests.Crm;

public sealed class CanonicalBodyTests
{
    private static readonly Instant Occurred = Instant.FromUtc(2026, 11, 18, 9, 0);

    public static TheoryData<string, string, Activity> Events =>
        new()
        {
            {
                "quote.sent",
                """{"quoteId": "q1", "dealId": "d1", "owner": "ana@example.com", "amount": 10.5, "currency": "usd"}""",
                new Activity.QuoteSent("q1", "d1", "ana@example.com", Money.Of(1050, "USD"))
            },
            {
                "quote.sent",
                """{"quoteId": "q1", "dealId": null, "owner": "7", "amount": null}""",
                new Activity.QuoteSent("q1", null, "7", null)
            },
            { "quote.voided", """{"quoteId": "q1"}""", new Activity.QuoteVoided("q1") },
            {
                "deal.closed",
                """{"dealId": "d1", "owner": "7", "outcome": "won", "amount": "1499.90"}""",
                new Activity.DealClosed("d1", "7", true, Money.Of(149_990, "EUR"))
            },
            { "deal.closed", """{"dealId": "d1", "owner": "7", "outcome": "lost"}""", new Activity.DealClosed("d1", "7", false, null) },
            { "deal.reopened", """{"dealId": "d1"}""", new Activity.DealReopened("d1") },
            { "deal.deleted", """{"dealId": "d1"}""", new Activity.DealDeleted("d1") },
            {
                "deal.amount_changed",
                """{"dealId": "d1", "amount": 0, "currency": "EUR"}""",
                new Activity.DealAmountChanged("d1", Money.Of(0, "EUR"))
            },
            { "deal.owner_changed", """{"dealId": "d1", "owner": "8"}""", new Activity.DealOwnerChanged("d1", "8") },
            {
                "client.message.received",
                """{"conversationId": "c1", "messageId": "m1", "owner": "7"}""",
                new Activity.MessageReceived("c1", "m1", "7")
            },
            {
                "client.message.replied",
                """{"conversationId": "c1", "messageId": "m2", "owner": "7", "automatic": true}""",
                new Activity.MessageReplied("c1", "m2", "7", true)
            },
            { "conversation.reassigned", """{"conversationId": "c1", "owner": "8"}""", new Activity.ConversationReassigned("c1", "8") },
            { "activity.logged", """{"activityId": "a1", "kind": "call", "owner": "7"}""", new Activity.Logged("a1", "call", "7") },
        };

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_type_becomes_its_activity(string type, string data, Activity expected)
    {
        var valid = Assert.IsType<CanonicalBody.Valid>(Parse(Envelope(type, data)));

        Assert.Equal(expected, valid.Activity);
        Assert.Equal(Occurred, valid.Occurred);
    }

    [Fact]
    public void Every_known_type_is_read() =>
        Assert.Equal(
            ActivityKinds.All.Order(StringComparer.Ordinal),
            Events.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("""[]""", "")]
    [InlineData("""null""", "")]
    [InlineData("""{}""", "/type")]
    [InlineData("""{"type": 5}""", "/type")]
    [InlineData("""{"type": "deal.eaten"}""", "/type")]
    [InlineData("""{"type": "deal.deleted"}""", "/timestamp")]
    [InlineData("""{"type": "deal.deleted", "timestamp": 1763456400}""", "/timestamp")]
    [InlineData("""{"type": "deal.deleted", "timestamp": "yesterday"}""", "/timestamp")]
    [InlineData("""{"type": "deal.deleted", "timestamp": "2026-11-18T09:00:00Z"}""", "/data")]
    [InlineData("""{"type": "deal.deleted", "timestamp": "2026-11-18T09:00:00Z", "data": []}""", "/data")]
    public void An_envelope_is_refused_by_its_member(string body, string pointer) => Assert.Equal(pointer, Refused(body).Pointer);

    [Theory]
    [InlineData("deal.deleted", """{}""", "/data/dealId")]
    [InlineData("deal.deleted", """{"dealId": null}""", "/data/dealId")]
    [InlineData("deal.deleted", """{"dealId": 77}""", "/data/dealId")]
    [InlineData("deal.deleted", """{"dealId": ""}""", "/data/dealId")]
    [InlineData("deal.deleted", """{"dealId": "  "}""", "/data/dealId")]
    [InlineData("deal.deleted", """{"dealId": "a\u0000b"}""", "/data/dealId")]
    [InlineData("deal.closed", """{"dealId": "d", "outcome": "won"}""", "/data/owner")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7"}""", "/data/outcome")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "WON"}""", "/data/outcome")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": true}""", "/data/outcome")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": -1}""", "/data/amount")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": 1e65}""", "/data/amount")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": 0.001}""", "/data/amount")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": "1,50"}""", "/data/amount")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": {}}""", "/data/amount")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": 1, "currency": "EURO"}""", "/data/currency")]
    [InlineData("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": 1, "currency": 978}""", "/data/currency")]
    [InlineData("deal.amount_changed", """{"dealId": "d", "currency": "EUR"}""", "/data/amount")]
    [InlineData("deal.amount_changed", """{"dealId": "d", "amount": 5}""", "/data/currency")]
    [InlineData(
        "client.message.replied",
        """{"conversationId": "c", "messageId": "m", "owner": "7", "automatic": "yes"}""",
        "/data/automatic"
    )]
    public void A_member_is_refused_by_its_pointer(string type, string data, string pointer) =>
        Assert.Equal(pointer, Refused(Envelope(type, data)).Pointer);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void An_id_has_at_most_200_characters(int length, bool isValid) =>
        Assert.Equal(isValid, Parse(Envelope("deal.deleted", $$"""{"dealId": "{{new string('x', length)}}"}""")) is CanonicalBody.Valid);

    [Fact]
    public void An_unknown_type_is_told_all_known_ones() =>
        Assert.All(
            ActivityKinds.All,
            kind => Assert.Contains(kind, Refused("""{"type": "deal.eaten"}""").Remedy, StringComparison.Ordinal)
        );

    [Fact]
    public void An_unknown_currency_is_kept_for_its_quarantine()
    {
        var valid = Assert.IsType<CanonicalBody.Valid>(
            Parse(Envelope("deal.closed", """{"dealId": "d", "owner": "7", "outcome": "won", "amount": 1.25, "currency": "XXX"}"""))
        );

        Assert.Equal("XXX", Entities.AmountOf(valid.Activity)!.Value.Currency);
    }

    [Fact]
    public void Members_nobody_knows_are_left_alone() =>
        Assert.IsType<CanonicalBody.Valid>(
            Parse(
                """{"version": 2, "type": "deal.deleted", "timestamp": "2026-11-18T09:00:00Z", "data": {"dealId": "d", "stage": [1, {"x": 1e999}]}}"""
            )
        );

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Envelope("deal.deleted", """{"dealId": "d"}"""))];

        var valid = Assert.IsType<CanonicalBody.Valid>(CanonicalBody.Parse(body, "EUR"));

        Assert.StartsWith("{", valid.Text, StringComparison.Ordinal);
    }

    private static string Envelope(string type, string data) =>
        $$"""{"type": "{{type}}", "timestamp": "2026-11-18T09:00:00Z", "data": {{data}}}""";

    private static CanonicalBody Parse(string body) => CanonicalBody.Parse(Encoding.UTF8.GetBytes(body), "EUR");

    private static CanonicalBody.Invalid Refused(string body) => Assert.IsType<CanonicalBody.Invalid>(Parse(body));
}
