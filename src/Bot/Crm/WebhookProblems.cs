using System.Diagnostics;
using Bot.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Crm;

/// <summary>What a CRM is told when nothing was stored: what happened, where, and what to do.</summary>
internal static class WebhookProblems
{
    private const string SizeRemedy = "Send one event a request, of at most 256 KB before compression.";

    public static IResult Method(HttpContext http)
    {
        http.Response.Headers.Allow = HttpMethods.Post;
        return Problems.Of(405, "Method not allowed", "Events are sent by POST.", "Send the event by POST.");
    }

    public static IResult Connection() =>
        Problems.Of(
            404,
            "Unknown connection",
            "No connection has this name.",
            "Check the address, or set Connections__{name}__Kind and __Secrets__0."
        );

    public static IResult MediaType() =>
        Problems.Of(415, "Unsupported media type", "The body is not application/json in UTF-8.", "Send Content-Type: application/json.");

    public static IResult Body(HttpContext http, WebhookBody body) =>
        body switch
        {
            WebhookBody.TooLarge => Problems.Of(
                413,
                "Too large",
                "The body has more than 256 KB, before or after decompression.",
                SizeRemedy
            ),
            WebhookBody.UnknownEncoding => Encoding(http),
            WebhookBody.Broken => Invalid(
                new("", "The body was cut off, or is not what its Content-Encoding says.", "Send the whole body.")
            ),
            _ => throw new UnreachableException($"No problem for {body.GetType().Name}."),
        };

    public static IResult Signature(SignatureCheck check) =>
        Problems.Of(
            401,
            "Not authenticated",
            ReasonOf(check),
            "Sign id.timestamp.body by Standard Webhooks with a secret of this connection."
        );

    public static IResult Id(int max) =>
        Invalid(
            new("", $"The header webhook-id has more than {max} characters, or others than printable ASCII.", "Send a shorter, plain id.")
        );

    public static IResult Invalid(CanonicalBody.Invalid invalid) =>
        Problems.Of(400, "The event cannot be used", invalid.Reason, invalid.Remedy, invalid.Pointer);

    private static ProblemHttpResult Encoding(HttpContext http)
    {
        http.Response.Headers.AcceptEncoding = "gzip, br, deflate";
        return Problems.Of(
            415,
            "Unsupported content encoding",
            "The body's Content-Encoding is not known.",
            "Send it plain, or by gzip, br or deflate."
        );
    }

    private static string ReasonOf(SignatureCheck check) =>
        check switch
        {
            SignatureCheck.Missing => "webhook-id, webhook-timestamp or webhook-signature is missing or came twice.",
            SignatureCheck.NotATime => "webhook-timestamp is not a number of seconds.",
            SignatureCheck.Stale => "webhook-timestamp is more than 300 seconds away from this host's clock.",
            SignatureCheck.Mismatch => "No signature of webhook-signature matches.",
            _ => throw new UnreachableException($"No reason for {check}."),
        };
}
