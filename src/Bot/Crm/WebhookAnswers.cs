using System.Diagnostics;
using System.Text.Json;
using Bot.Api;
using Bot.Play;

namespace Bot.Crm;

/// <summary>What a CRM is told once its event was looked at under the write lock.</summary>
internal static class WebhookAnswers
{
    private static readonly byte[] New = """{"status":"recorded"}"""u8.ToArray();
    private static readonly byte[] Already = """{"status":"already recorded"}"""u8.ToArray();

    public static Task WriteAsync(HttpContext http, Recorded recorded) =>
        recorded switch
        {
            Recorded.New => WriteAsync(http, StatusCodes.Status202Accepted, New),
            Recorded.Already => WriteAsync(http, StatusCodes.Status200OK, Already),
            Recorded.Quarantined(var reason) => WriteAsync(
                http,
                StatusCodes.Status202Accepted,
                JsonSerializer.SerializeToUtf8Bytes(new { status = "quarantined", reason })
            ),
            Recorded.Unavailable(var retryAfter) => Problems.Unavailable(http, retryAfter).ExecuteAsync(http),
            _ => throw new UnreachableException($"No answer to {recorded.GetType().Name}."),
        };

    private static Task WriteAsync(HttpContext http, int status, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, 0, body.Length, http.RequestAborted);
    }
}
