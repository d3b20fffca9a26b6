using System.Text;
using System.Text.Json;
using Gamification.Activities;
using NodaTime;

namespace Bot.Crm;

/// <summary>The canonical event <c>{"type", "timestamp", "data"}</c>, read strictly: what is not certain is refused by its pointer.</summary>
internal abstract record CanonicalBody
{
    private CanonicalBody() { }

    /// <param name="Text">The body as it is kept beside the fact.</param>
    public sealed record Valid(Activity Activity, Instant Occurred, string Text) : CanonicalBody;

    /// <param name="Pointer">RFC 6901; empty for the whole body.</param>
    public sealed record Invalid(string Pointer, string Reason, string Remedy) : CanonicalBody;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = JsonFault.MaxDepth };

    /// <param name="currency">The organisation's, for amounts that name none.</param>
    public static CanonicalBody Parse(ReadOnlyMemory<byte> body, string currency)
    {
        var json = WithoutByteOrderMark(body);
        if (JsonFault.IsUnsafe(json.Span) && JsonFault.Find(json.Span) is { } fault)
            return fault;

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, currency, json);
        }
        catch (JsonException wrong)
        {
            return JsonFault.Find(json.Span) ?? new Invalid("", wrong.Message, JsonFault.Remedy);
        }
    }

    private static CanonicalBody Read(JsonElement root, string currency, ReadOnlyMemory<byte> json)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return new Invalid("", "The body is no JSON object.", """Send {"type": …, "timestamp": …, "data": {…}}.""");

        var envelope = new CanonicalFields(root, "", currency);
        var kind = envelope.Kind("type");
        var occurred = envelope.Timestamp("timestamp");
        var data = envelope.Object("data");
        if (envelope.Fault is { } fault)
            return fault;

        var activity = ActivityOf(kind, data);
        return data.Fault ?? (CanonicalBody)new Valid(activity, occurred, Encoding.UTF8.GetString(json.Span));
    }

    private static Activity ActivityOf(ActivityKind kind, CanonicalFields data) =>
        kind switch
        {
            ActivityKind.QuoteSent => new Activity.QuoteSent(
                data.Id("quoteId"),
                data.OptionalId("dealId"),
                data.Owner(),
                data.OptionalAmount()
            ),
            ActivityKind.QuoteVoided => new Activity.QuoteVoided(data.Id("quoteId")),
            ActivityKind.DealClosed => new Activity.DealClosed(data.Id("dealId"), data.Owner(), data.Won("outcome"), data.OptionalAmount()),
            ActivityKind.DealOwnerChanged => new Activity.DealOwnerChanged(data.Id("dealId"), data.Owner()),
            ActivityKind.DealAmountChanged => new Activity.DealAmountChanged(data.Id("dealId"), data.Amount()),
            ActivityKind.DealReopened => new Activity.DealReopened(data.Id("dealId")),
            ActivityKind.DealDeleted => new Activity.DealDeleted(data.Id("dealId")),
            ActivityKind.MessageReceived => new Activity.MessageReceived(data.Id("conversationId"), data.Id("messageId"), data.Owner()),
            ActivityKind.ConversationReassigned => new Activity.ConversationReassigned(data.Id("conversationId"), data.Owner()),
            ActivityKind.MessageReplied => new Activity.MessageReplied(
                data.Id("conversationId"),
                data.Id("messageId"),
                data.Owner(),
                data.OptionalFlag("automatic")
            ),
            ActivityKind.Logged => new Activity.Logged(data.Id("activityId"), data.Id("kind"), data.Owner()),
            _ => throw new System.Diagnostics.UnreachableException($"No body for {kind}."),
        };

    /// <summary>It was signed, so it is only taken off here.</summary>
    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
}
