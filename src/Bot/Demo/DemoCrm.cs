using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Demo;

/// <param name="IsWorthRepeating">The host had no room just now.</param>
/// <param name="Said">"202 recorded", or the refusal in words.</param>
internal sealed record CrmAnswer(bool IsTaken, bool IsWorthRepeating, string Said);

/// <summary>The demo's CRM: signs events as Standard Webhooks and sends them to the host's own endpoint, over HTTP like any other.</summary>
internal sealed class DemoCrm(HttpClient http, string secret, TimeProvider clock)
{
    public const string Connection = "demo";
    private const string SecretPrefix = "whsec_";

    private readonly byte[] key = Convert.FromBase64String(secret[SecretPrefix.Length..]);

    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public async Task<CrmAnswer> SendAsync(CrmEvent report, CancellationToken ct)
    {
        using var request = Sign(report, clock.GetUtcNow().ToUnixTimeSeconds());
        using var response = await http.SendAsync(request, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        return new(
            response.IsSuccessStatusCode,
            response.StatusCode is HttpStatusCode.ServiceUnavailable,
            $"{(int)response.StatusCode} {WordOf(body)}"
        );
    }

    private HttpRequestMessage Sign(CrmEvent report, long seconds)
    {
        var body = report.Body();
        var stamp = seconds.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{report.Id}.{stamp}."), .. body];
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return new(HttpMethod.Post, $"webhooks/{Connection}")
        {
            Content = content,
            Headers =
            {
                { "webhook-id", report.Id },
                { "webhook-timestamp", stamp },
                { "webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}" },
            },
        };
    }

    private static string WordOf(string body)
    {
        try
        {
            var answer = JsonNode.Parse(body);
            return (answer?["status"] as JsonValue)?.ToString() is { } status && !char.IsAsciiDigit(status[0])
                ? status
                : (answer?["detail"] ?? answer?["title"])?.ToString() ?? "";
        }
        catch (System.Text.Json.JsonException)
        {
            return "";
        }
    }
}
