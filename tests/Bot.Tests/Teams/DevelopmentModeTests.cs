using System.Net;
using System.Text;
using Bot.Channels;
using Bot.Settings;
using Bot.Tests.Hosting;

namespace Bot.Tests.Teams;

/// <summary>Without tokens, the loopback address is the wall.</summary>
public sealed class DevelopmentModeTests
{
    private const string Typing =
        """{"type":"typing","serviceUrl":"http://127.0.0.1:56150/_connector","conversation":{"id":"a"},"from":{"id":"u"},"recipient":{"id":"b"}}""";

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    [InlineData("http://*:0")]
    public async Task The_host_refuses_to_start_on_an_address_others_can_reach(string urls)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningHost.StartAsync(("Teams:Development", "true"), ("urls", urls))
        );

        Assert.Contains("Teams__Development", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_machine_needs_no_token()
    {
        await using var host = await RunningHost.StartAsync(("Teams:Development", "true"));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, Typing));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "rebound.example")]
    public async Task What_a_tunnel_or_a_foreign_page_passes_on_is_401(string header, string value)
    {
        await using var host = await RunningHost.StartAsync(("Teams:Development", "true"));

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, Typing, (header, value)));
    }

    [Fact]
    public async Task The_bot_answers_to_this_machine_only()
    {
        await using var host = await RunningHost.StartAsync(("Teams:Development", "true"));

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, Typing.Replace("127.0.0.1", "10.0.0.1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_wrote_from_the_playground_gets_notices_there()
    {
        await using var playground = await TeamsCloud.StartAsync();
        await using var host = await RunningHost.StartAsync(("Teams:Development", "true"));
        var message = $$"""
            {"type":"message","id":"m1","text":"help","channelId":"msteams","serviceUrl":"{{playground.ServiceUrl}}","from":{"id":"29:ada","aadObjectId":"aad-ada"},
             "recipient":{"id":"28:bot"},"conversation":{"id":"a:ada","conversationType":"personal"} }
            """;
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, message));

        var channel = host.Service<IEnumerable<IChannel>>().Single(candidate => candidate.Platform == "teams");
        await channel.DeliverAsync(new("o1", null, "aad-ada", new("Goal completed", []), null), default);

        Assert.Equal("v3/conversations/a%3Aada/activities", playground.Calls.Single(call => call.Says == "Goal completed").Path);
    }

    [Fact]
    public async Task No_header_switches_it_on()
    {
        await using var teams = await TeamsConversation.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(teams.Host, Typing, ("x-ms-agents-playground", "true")));
    }

    private static async Task<HttpStatusCode> PostAsync(RunningHost host, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
