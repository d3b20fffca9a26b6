using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Tests.Slack;
using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests.Chat;

/// <summary>People of a fake workspace who write to a host that can be killed.</summary>
internal static class SlackPerson
{
    private const string Secret = "slack-signing-secret-for-tests";

    public static Dictionary<string, string> On(FakeSlack slack, IReadOnlyDictionary<string, string> storage) =>
        new(storage)
        {
            ["Slack__SigningSecret"] = Secret,
            ["Slack__BotToken"] = "xoxb-test",
            ["Slack__ApiUrl"] = slack.ApiUrl,
        };

    /// <summary>The same for a host whose clock is ahead: what another one left behind is free at once.</summary>
    public static Dictionary<string, string> Later(IReadOnlyDictionary<string, string> settings, int minutes = 1) =>
        new(settings)
        {
            ["Clock__StartAt"] = TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture),
        };

    public static string Profile(string person) =>
        $$"""{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"en-GB","profile":{"email":"{{person}}@example.com"} } }""";

    extension(HostProcess host)
    {
        public Task<string> SlashAsync(FakeSlack slack, string line, string trigger) =>
            host.SlackAsync(
                "/slack/commands",
                ("command", line.Split(' ', 2)[0]),
                ("text", line.Split(' ', 2)[1]),
                ("user_id", "U1"),
                ("channel_id", "C1"),
                ("trigger_id", trigger),
                ("response_url", $"{slack.Url}/hook")
            );

        public Task<string> InteractAsync(string payload) => host.SlackAsync("/slack/interactions", ("payload", payload));

        private async Task<string> SlackAsync(string path, params (string Name, string Value)[] fields)
        {
            var body = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
            var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
            };
            var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}"));
            request.Headers.Add("X-Slack-Request-Timestamp", stamp);
            request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(signed)}");
            using var answer = await host.Client.SendAsync(request);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }
    }
}
