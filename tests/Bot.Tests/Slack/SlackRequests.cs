using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Bot.Settings;
using Bot.Slack;
using Bot.Tests.Hosting;

namespace Bot.Tests.Slack;

/// <summary>Requests as Slack sends them, signed at the host's own time.</summary>
internal static class SlackRequests
{
    public const string Secret = "slack-signing-secret-for-tests";

    /// <summary>A host that speaks to the fake Slack, where U1 is Ana.</summary>
    public static Task<RunningHost> StartAsync(FakeSlack slack, params (string, string?)[] settings)
    {
        slack
            .On("auth.test", """{"ok":true,"team_id":"T1","user_id":"UBOT"}""")
            .On("users.info", """{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"en-GB","profile":{"email":"ana@example.com"}}}""");
        return RunningHost.StartAsync([
            ("Slack:SigningSecret", Secret),
            ("Slack:BotToken", "xoxb-test"),
            ("Slack:ApiUrl", slack.ApiUrl),
            .. settings,
        ]);
    }

    extension(RunningHost host)
    {
        public Task<HttpResponseMessage> SlashAsync(FakeSlack slack, string line, string trigger = "t1") =>
            host.SlackAsync(
                "/slack/commands",
                Form(
                    ("command", line.Split(' ')[0]),
                    ("text", string.Join(' ', line.Split(' ')[1..])),
                    ("user_id", "U1"),
                    ("channel_id", "C1"),
                    ("trigger_id", trigger),
                    ("response_url", $"{slack.Url}/hook")
                )
            );

        public Task<HttpResponseMessage> PressAsync(FakeSlack slack, string actionId, string value, string ts = "1.1") =>
            host.SlackAsync(
                "/slack/interactions",
                Form(
                    (
                        "payload",
                        $$"""
                        {"type":"block_actions","trigger_id":"t1","user":{"id":"U1"},"channel":{"id":"C1"},"container":{"is_ephemeral":true},
                         "response_url":"{{slack.Url}}/hook","actions":[{"action_id":"{{actionId}}","action_ts":"{{ts}}","value":"{{value}}"}]}
                        """
                    )
                )
            );

        /// <summary>A button on Ana's home tab.</summary>
        public Task<HttpResponseMessage> PressHomeAsync(string value, string view = "V1", string actionId = "run:replace:1:0") =>
            host.SlackAsync(
                "/slack/interactions",
                Form(
                    (
                        "payload",
                        $$"""
                        {"type":"block_actions","trigger_id":"t1","user":{"id":"U1"},"container":{"type":"view","view_id":"{{view}}"},
                         "view":{"id":"{{view}}","type":"home","hash":"h"},
                         "actions":[{"action_id":"{{actionId}}","action_ts":"1.1","value":"{{value}}"}]}
                        """
                    )
                )
            );

        public Task<HttpResponseMessage> EventAsync(string id, string happened) =>
            host.SlackAsync(
                "/slack/events",
                $$"""
                {"type":"event_callback","event_id":"{{id}}","authorizations":[{"user_id":"UBOT","is_bot":true}],"event":{{happened}}}
                """
            );

        public async Task<HttpResponseMessage> SlackAsync(string path, string body, string secret = Secret) =>
            await host.SlackAsync(path, Encoding.UTF8.GetBytes(body), secret);

        public async Task<HttpResponseMessage> SlackAsync(string path, byte[] body, string secret = Secret)
        {
            var stamp = host.Service<HostClock>().GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Content(path, body) };
            request.Headers.Add(SlackSignature.TimestampHeader, stamp);
            request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Of(stamp, body, secret));
            return await host.Client.SendAsync(request);
        }
    }

    public static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    public static ByteArrayContent Content(string path, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(
            path == "/slack/events" ? "application/json" : "application/x-www-form-urlencoded"
        );
        return content;
    }
}
