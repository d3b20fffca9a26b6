using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Teams;

/// <summary><c>POST /api/messages</c> of the whole host: who gets in, and what bad input is told.</summary>
public sealed class TeamsEndpointTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    public async Task InitializeAsync() => teams = await TeamsConversation.StartAsync();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer not.a.token")]
    public async Task Without_a_token_that_holds_the_answer_is_401_and_nothing_is_remembered(string? authorization)
    {
        using var response = await teams.PostAsync(teams.Personal("message").ToJsonString(), authorization);

        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task A_key_of_somebody_else_is_401_and_nothing_is_remembered()
    {
        var foreign = new SigningKey("key-1").Sign(teams.Claims(teams.Cloud.ServiceUrl));

        using var response = await teams.PostAsync(teams.Personal("message").ToJsonString(), $"Bearer {foreign}");

        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task A_token_for_another_service_URL_is_401_and_nothing_is_remembered()
    {
        var activity = teams.Personal("message");
        activity["serviceUrl"] = teams.Cloud.ServiceUrl.TrimEnd('/');
        var elsewhere = new SigningKey("key-2");
        teams.Cloud.Keys.Add(elsewhere);

        using var response = await teams.PostAsync(
            activity.ToJsonString(),
            $"Bearer {elsewhere.Sign(teams.Claims(teams.Cloud.ServiceUrl))}"
        );

        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task A_true_token_for_an_address_that_is_not_allowed_is_401_and_nothing_is_remembered()
    {
        var activity = teams.Personal("message");
        activity["serviceUrl"] = "https://evil.trafficmanager.net/emea/";

        using var response = await teams.SendAsync(activity);

        await AssertRefusedAsync(response);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[[]]")]
    [InlineData("1e65")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    [InlineData("\u0000")]
    public async Task A_body_that_is_no_activity_is_400_with_a_remedy(string body)
    {
        using var response = await teams.SendAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["remedy"]);
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.BadRequest)]
    [InlineData(256 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_hold_256_KB(int length, HttpStatusCode status)
    {
        using var response = await teams.SendAsync(new string(' ', length));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Another_media_type_is_415()
    {
        var token = new SigningKey("key-3");
        teams.Cloud.Keys.Add(token);

        using var response = await teams.PostAsync("{}", $"Bearer {token.Sign(teams.Claims(teams.Cloud.ServiceUrl))}", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task An_activity_the_bot_has_no_use_for_is_taken_quietly()
    {
        using var response = await teams.SendAsync(teams.Personal("typing"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(teams.Cloud.Calls);
    }

    [Fact]
    public async Task An_unknown_invoke_is_501()
    {
        var invoke = teams.Personal("invoke");
        invoke["name"] = "composeExtension/query";

        using var response = await teams.SendAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task A_button_that_is_not_ours_is_answered_with_400_inside_the_body()
    {
        var invoke = teams.Personal("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject { ["action"] = "press" };

        using var response = await teams.SendAsync(invoke);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string?)answer["type"]));
    }

    [Fact]
    public async Task Without_settings_the_route_says_what_to_set()
    {
        await using var host = await RunningHost.StartAsync();

        using var response = await host.Client.PostAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Teams__AppId", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Null(await teams.Host.Service<ChatStore>().FindAsync("a:ada", default));
        Assert.Empty(teams.Cloud.Calls);
    }
}
