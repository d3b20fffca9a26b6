using System.Net.Http.Headers;
using System.Text;
using Bot.Api;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Activities;

namespace Bot.Crm;

/// <summary>Where a CRM reports: trust first, over the bytes; then the words; then one durable commit; then the answer.</summary>
internal sealed class WebhookEndpoint(WebhookConnections connections, Intake intake, Organisation organisation, TimeProvider clock)
{
    /// <summary>Room for any CRM's event ids, and for a key of both databases.</summary>
    public const int MaxId = 256;

    public async Task HandleAsync(HttpContext http)
    {
        if (RefusedBeforeReading(http, out var connection) is { } refused)
            await refused.ExecuteAsync(http);
        else
            await ReadAsync(http, connection);
    }

    private IResult? RefusedBeforeReading(HttpContext http, out WebhookConnection connection)
    {
        var found = connections.Find(http.Request.RouteValues["connection"] as string);
        connection = found!;
        return !HttpMethods.IsPost(http.Request.Method) ? WebhookProblems.Method(http)
            : found is null ? WebhookProblems.Connection()
            : !IsJson(http.Request.ContentType) ? WebhookProblems.MediaType()
            : null;
    }

    private async Task ReadAsync(HttpContext http, WebhookConnection connection)
    {
        var body = await WebhookBody.ReadAsync(http.Request, http.RequestAborted);
        if (body is WebhookBody.Read(var bytes))
            await VerifyAsync(http, connection, bytes);
        else
            await WebhookProblems.Body(http, body).ExecuteAsync(http);
    }

    private Task VerifyAsync(HttpContext http, WebhookConnection connection, byte[] bytes)
    {
        var signature = StandardWebhooksSignature.Of(http.Request.Headers);
        var check = signature.Check(bytes, connection.Keys, clock.GetUtcNow());
        return check is not SignatureCheck.Valid ? WebhookProblems.Signature(check).ExecuteAsync(http)
            : !IsId(signature.Id!) ? WebhookProblems.Id(MaxId).ExecuteAsync(http)
            : ParseAsync(http, new FactId(connection.Name, signature.Id!), bytes);
    }

    private Task ParseAsync(HttpContext http, FactId id, byte[] bytes) =>
        CanonicalBody.Parse(bytes, organisation.Currency) switch
        {
            CanonicalBody.Valid(var activity, var occurred, var text) => RecordAsync(http, new(id, activity, occurred, clock.Now(), text)),
            CanonicalBody.Invalid invalid => WebhookProblems.Invalid(invalid).ExecuteAsync(http),
            var other => throw new System.Diagnostics.UnreachableException($"No answer to {other.GetType().Name}."),
        };

    private async Task RecordAsync(HttpContext http, Reported reported) =>
        await WebhookAnswers.WriteAsync(http, await intake.RecordAsync(reported, http.RequestAborted));

    private static bool IsJson(string? contentType) =>
        contentType is "application/json"
        || (
            MediaTypeHeaderValue.TryParse(contentType, out var type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
        );

    public static bool IsId(string id) => id.Length <= MaxId && !id.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
