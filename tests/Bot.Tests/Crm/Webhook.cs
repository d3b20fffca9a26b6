using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Settings;
using Bot.Tests.Hosting;

namespace Bot.Tests.Crm;

/// <summary>Requests of a CRM, to be bent before they are sent, and what is asked of every refusal.</summary>
internal static class Webhook
{
    public const string Won =
        """{"type":"deal.closed","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1499.90}}""";

    public static HttpRequestMessage Request(RunningHost host, string id, string json, long secondsAway = 0)
    {
        var seconds = (host.Service<HostClock>().GetUtcNow().ToUnixTimeSeconds() + secondsAway).ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/crm")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", RunningHost.Sign(RunningHost.Secret, id, seconds, json));
        return request;
    }

    /// <summary>An RFC 9457 problem with a title, a reason and a remedy.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("remedy").GetString()!);
        return problem;
    }
}
