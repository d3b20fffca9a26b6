using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.Hosting;

namespace Bot.Tests.Slack;

/// <summary>What the routes answer to whom, on the whole host.</summary>
public sealed class SlackEndpointTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;

    public static TheoryData<string> Routes => ["/slack/commands", "/slack/interactions", "/slack/events"];

    public static TheoryData<string> HostileBodies =>
        [
            "",
            "null",
            "[]",
            "{",
            "\"text\"",
            "{\"type\":7}",
            "{\"type\":\"event_callback\"}",
            "{\"type\":\"event_callback\",\"event_id\":\"Ev\\u0000\",\"event\":{}}",
            "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":[]}",
            "{\"type\":\"event_callback\",\"event_id\":{},\"event\":null}",
            "{\"type\":\"\\ud800\",\"challenge\":\"\\ud800\"}",
            "{\"type\":\"url_verification\",\"challenge\":1}",
            "\uFEFF{\"type\":\"url_verification\",\"challenge\":\"c\"}",
            new string('[', 100_000),
            "payload=%7B",
            "payload=null",
            "payload=%5B%5D",
            "payload=%7B%22type%22%3A%22%5Cud800%22%7D",
            "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5Bnull%5D%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22channel%22%3A%7B%22id%22%3A%22C1%22%7D%7D",
            "payload=%7B%22type%22%3A%22view_submission%22%7D",
            "payload=" + new string('%', 1000),
            "command=%2Fpoints&user_id=U1",
            "command=%2Fpoints&command=%2Fpoints&user_id=U1&channel_id=C1",
            "command=%2Fpoints&text=%00%ff%c3%28&user_id=U1&channel_id=C1&response_url=%3A%3A",
            string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}=v&")),
        ];

    /// <summary>What the host asks at its start for everybody's addresses is no answer to anything.</summary>
    private IEnumerable<FakeCall> AnsweredCalls => slack.Calls.Where(call => call.Path != "/api/users.list");

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        host = await SlackRequests.StartAsync(slack);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_request_that_Slack_did_not_sign_is_refused_and_nothing_is_done(string route)
    {
        using var unsigned = await host.Client.PostAsync(route, SlackRequests.Content(route, "command=%2Fpoints"u8.ToArray()));
        using var wrong = await host.SlackAsync(route, "command=%2Fpoints", secret: "another secret");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (unsigned.StatusCode, wrong.StatusCode));
        Assert.Contains("Slack__SigningSecret", await unsigned.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(AnsweredCalls);
    }

    [Fact]
    public async Task A_certificate_probe_is_answered_unsigned_and_nothing_else_in_it_is_looked_at()
    {
        var probe = "ssl_check=1&command=%2Fpoints&user_id=U1&channel_id=C1"u8.ToArray();

        using var answer = await host.Client.PostAsync("/slack/commands", SlackRequests.Content("/slack/commands", probe));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(AnsweredCalls);
    }

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task No_signed_body_however_odd_breaks_a_route(string body)
    {
        foreach (var route in Routes)
        {
            using var answer = await host.SlackAsync((string)route, body);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{route}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.BadRequest)]
    [InlineData(256 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_holds_at_most_256_KB(int length, HttpStatusCode expected)
    {
        using var answer = await host.SlackAsync("/slack/events", Encoding.ASCII.GetBytes(new string('x', length)));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_address_of_events_proves_itself_by_the_challenge()
    {
        using var answer = await host.SlackAsync("/slack/events", """{"type":"url_verification","challenge":"3eZbrw1a"}""");

        Assert.Equal("""{"challenge":"3eZbrw1a"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_a_signing_secret_a_route_says_what_to_set(string route)
    {
        await using var bare = await RunningHost.StartAsync();

        using var answer = await bare.SlackAsync(route, "");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "Slack__SigningSecret",
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["remedy"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
    }
}
