using System.Text.Json.Nodes;
using Bot.Channels;
using Bot.Teams;
using Bot.Teams.Connector;
using Bot.Teams.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Teams;

/// <summary>What is sent to the Connector, and what its answers are taken for.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private static readonly OutgoingMessage Hello = OutgoingMessage.Line("Hello");
    private TeamsCloud cloud = null!;
    private ServiceProvider services = null!;

    private ConnectorClient Connector => services.GetRequiredService<ConnectorClient>();

    public async Task InitializeAsync()
    {
        cloud = await TeamsCloud.StartAsync();
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddTeams(cloud.Settings).BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_post_goes_to_the_conversation_by_its_escaped_id_under_the_bots_token()
    {
        var result = await Connector.SendAsync(cloud.ServiceUrl, "19:a@thread.tacv2;messageid=1", Hello, default);

        var call = Assert.Single(cloud.Calls);
        Assert.Equal(("POST", "v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities"), (call.Method, call.Path));
        Assert.Equal("Bearer token-1", call.Authorization);
        Assert.Equal("""{"type":"message","text":"Hello"}""", call.Body.ToJsonString());
        Assert.Equal(new DeliveryResult.Sent("19:a@thread.tacv2;messageid=1|m1"), result);
    }

    [Fact]
    public async Task A_service_URL_works_with_and_without_a_slash_at_its_end()
    {
        await Connector.SendAsync(cloud.ServiceUrl.TrimEnd('/'), "a:1", Hello, default);

        Assert.Equal("v3/conversations/a%3A1/activities", Assert.Single(cloud.Calls).Path);
    }

    [Fact]
    public async Task A_reply_and_an_edit_name_the_message()
    {
        await Connector.ReplyAsync(cloud.ServiceUrl, new("a:1", "f:2"), Hello, default);
        var edited = await Connector.UpdateAsync(cloud.ServiceUrl, new("a:1", "m7"), Hello, default);

        Assert.Equal(
            ["POST v3/conversations/a%3A1/activities/f%3A2", "PUT v3/conversations/a%3A1/activities/m7"],
            cloud.Calls.Select(call => $"{call.Method} {call.Path}")
        );
        Assert.Equal(new DeliveryResult.Sent("a:1|m7"), edited);
    }

    [Fact]
    public async Task A_member_comes_with_email_and_directory_id()
    {
        cloud.Member = new()
        {
            ["aadObjectId"] = "aad-ada",
            ["email"] = "ada@example.com",
            ["tenantId"] = "t1",
        };

        var member = await Connector.MemberAsync(cloud.ServiceUrl, "a:1", "29:ada", default);

        Assert.Equal(new Member("aad-ada", "ada@example.com", null, "t1"), member);
        Assert.Equal("v3/conversations/a%3A1/members/29%3Aada", Assert.Single(cloud.Calls).Path);
    }

    [Fact]
    public async Task The_token_is_asked_for_once_and_kept()
    {
        await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default);
        await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default);

        Assert.Equal(1, cloud.TokensGiven);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        cloud.Answer = (call, _) => Task.FromResult(call.Authorization == "Bearer token-1" ? Results.StatusCode(401) : null);

        Assert.IsType<DeliveryResult.Sent>(await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default));
        Assert.Equal(2, cloud.TokensGiven);
    }

    [Fact]
    public async Task A_token_refused_twice_waits_for_an_admin()
    {
        cloud.Answer = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(401));

        var later = Assert.IsType<DeliveryResult.Later>(await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default));

        Assert.Contains("Teams:AppSecret", later.Reason, StringComparison.Ordinal);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Theory]
    [InlineData(429, "Later")]
    [InlineData(412, "Later")]
    [InlineData(400, "Refused")]
    [InlineData(403, "Refused")]
    [InlineData(404, "Refused")]
    [InlineData(413, "Refused")]
    [InlineData(302, "Refused")]
    [InlineData(500, "Unknown")]
    [InlineData(502, "Unknown")]
    [InlineData(503, "Unknown")]
    [InlineData(504, "Unknown")]
    public async Task A_post_that_may_have_arrived_is_never_called_later(int status, string verdict)
    {
        cloud.Answer = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(status));

        Assert.Equal(verdict, (await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default)).GetType().Name);
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData(429, "17", false)]
    [InlineData(429, null, true)]
    [InlineData(412, null, true)]
    public async Task Where_Teams_says_no_time_the_wait_grows_with_every_attempt(int status, string? told, bool isGuess)
    {
        cloud.Answer = (_, http) =>
        {
            if (told is not null)
                http.Response.Headers.RetryAfter = told;
            return Task.FromResult<IResult?>(Results.StatusCode(status));
        };

        var later = Assert.IsType<DeliveryResult.Later>(await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default));

        Assert.Equal(isGuess, later.IsGuess);
    }

    [Theory]
    [InlineData(200, "Sent")]
    [InlineData(404, "Refused")]
    [InlineData(502, "Later")]
    [InlineData(504, "Later")]
    public async Task A_message_is_taken_away_by_its_id_and_a_lost_answer_is_asked_for_later(int status, string verdict)
    {
        cloud.Answer = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(status));

        var deleted = await Connector.DeleteAsync(cloud.ServiceUrl, new("a:1", "m7"), default);

        Assert.Equal(verdict, deleted.GetType().Name);
        var call = Assert.Single(cloud.Calls);
        Assert.Equal("DELETE v3/conversations/a%3A1/activities/m7", $"{call.Method} {call.Path}");
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task An_edit_may_be_done_twice_so_a_lost_answer_is_asked_for_later(int status)
    {
        cloud.Answer = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(status));

        Assert.IsType<DeliveryResult.Later>(await Connector.UpdateAsync(cloud.ServiceUrl, new("a:1", "m1"), Hello, default));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Retry_After_is_taken_at_its_word(int status)
    {
        cloud.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "17";
            return Task.FromResult<IResult?>(Results.StatusCode(status));
        };

        var later = Assert.IsType<DeliveryResult.Later>(await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default));
        Assert.Equal(TimeSpan.FromSeconds(17), later.After);
    }

    [Fact]
    public async Task A_refusal_carries_the_code_of_Teams_and_not_its_words()
    {
        var failure = new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = "BotNotInConversationRoster", ["message"] = "About Ada" },
        };
        cloud.Answer = (_, _) => Task.FromResult<IResult?>(Results.Json(failure, statusCode: 403));

        Assert.Equal(
            new DeliveryResult.Refused("HTTP 403 BotNotInConversationRoster"),
            await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default)
        );
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_message_was_read_leaves_it_unknown()
    {
        cloud.Answer = (_, http) =>
        {
            http.Abort();
            return Task.FromResult<IResult?>(null);
        };

        Assert.IsType<DeliveryResult.Unknown>(await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default));
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_host_that_nobody_listens_on_took_nothing()
    {
        await Connector.SendAsync(cloud.ServiceUrl, "a:1", Hello, default);
        var serviceUrl = cloud.ServiceUrl;
        await cloud.DisposeAsync();

        Assert.IsType<DeliveryResult.Later>(await Connector.SendAsync(serviceUrl, "a:1", Hello, default));
    }

    [Fact]
    public async Task Without_a_token_service_nothing_is_sent_and_it_is_tried_later()
    {
        await using var alone = new ServiceCollection()
            .AddLogging()
            .AddTeams(cloud.Settings with { TokenUrl = $"{cloud.Url}/nowhere" })
            .BuildServiceProvider();

        Assert.IsType<DeliveryResult.Later>(
            await alone.GetRequiredService<ConnectorClient>().SendAsync(cloud.ServiceUrl, "a:1", Hello, default)
        );
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task The_token_is_never_sent_to_an_address_that_is_not_allowed()
    {
        Assert.IsType<DeliveryResult.Refused>(await Connector.SendAsync($"{cloud.Url}/elsewhere/", "a:1", Hello, default));
        Assert.Null(await Connector.MemberAsync($"{cloud.Url}/elsewhere/", "a:1", "29:ada", default));
        Assert.Equal(0, cloud.TokensGiven);
    }
}
