using System.Text.Json.Nodes;
using Bot.Teams;
using Bot.Teams.Tokens;
using Bot.Teams.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Teams;

/// <summary>Who may speak to the bot. Now is 2026-11-18 09:00:00 UTC.</summary>
public sealed class InboundTokensTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider clock = new(Now);
    private readonly SigningKey key = new("key-1", "msteams", "webchat");
    private TeamsCloud cloud = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        cloud = await TeamsCloud.StartAsync();
        cloud.Keys.Add(key);
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddTeams(cloud.Settings).BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_token_for_this_bot_and_this_activity_is_trusted() => Assert.Null(await RefusalAsync(key.Sign(Claims())));

    [Theory]
    [InlineData("iss", "https://sts.windows.net/other/")]
    [InlineData("iss", null)]
    [InlineData("aud", "another-bot")]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    [InlineData("serviceurl", null)]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/emea")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/EMEA/")]
    public async Task A_token_with_another_claim_or_without_it_is_refused(string claim, string? value)
    {
        var claims = Claims();
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = value;

        Assert.NotNull(await RefusalAsync(key.Sign(claims)));
    }

    [Theory]
    [InlineData("exp", -300, true)]
    [InlineData("exp", -301, false)]
    [InlineData("nbf", 300, true)]
    [InlineData("nbf", 301, false)]
    public async Task Clocks_may_differ_by_300_seconds(string claim, int seconds, bool trusted)
    {
        var claims = Claims();
        claims[claim] = Now.AddSeconds(seconds).ToUnixTimeSeconds();

        Assert.Equal(trusted, await RefusalAsync(key.Sign(claims)) is null);
    }

    [Fact]
    public async Task A_service_URL_that_is_no_text_is_refused()
    {
        var claims = Claims();
        claims["serviceurl"] = new JsonArray("https://smba.trafficmanager.net/emea/");

        Assert.NotNull(await RefusalAsync(key.Sign(claims)));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused() => Assert.NotNull(await RefusalAsync(key.Unsigned(Claims())));

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused() =>
        Assert.NotNull(await RefusalAsync(key.SignWithThePublicKey(Claims())));

    [Theory]
    [InlineData("RS256", true)]
    [InlineData("RS384", true)]
    [InlineData("RS512", true)]
    [InlineData("PS256", false)]
    [InlineData("ES256", false)]
    [InlineData("HS256", false)]
    [InlineData("none", false)]
    [InlineData("NONE", false)]
    public async Task Only_the_algorithms_of_the_Bot_Framework_are_taken_although_the_key_is_right(string algorithm, bool trusted) =>
        Assert.Equal(trusted, await RefusalAsync(key.SignAs(algorithm, Claims())) is null);

    [Theory]
    [InlineData("Public", "https://api.botframework.com", true)]
    [InlineData("Public", "https://api.botframework.us", false)]
    [InlineData("GccHigh", "https://api.botframework.us", true)]
    [InlineData("GccHigh", "https://api.botframework.com", false)]
    [InlineData("China", "https://api.botframework.azure.cn", true)]
    [InlineData("China", "https://api.botframework.us", false)]
    public async Task A_cloud_trusts_its_own_issuer_alone(string name, string issuer, bool trusted)
    {
        await using var there = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddTeams(cloud.Settings with { Cloud = name })
            .BuildServiceProvider();
        var claims = Claims();
        claims["iss"] = issuer;

        var check = await there.GetRequiredService<InboundTokens>().CheckAsync($"Bearer {key.Sign(claims)}", default);

        Assert.Equal(trusted, check is TokenCheck.Trusted);
    }

    [Fact]
    public async Task One_changed_letter_of_what_is_claimed_is_noticed()
    {
        var others = Claims();
        others["aud"] = "bot-apq";
        var (honest, forged) = (key.Sign(Claims()).Split('.'), key.Sign(others).Split('.'));

        Assert.NotNull(await RefusalAsync($"{honest[0]}.{forged[1]}.{honest[2]}"));
        Assert.NotNull(await RefusalAsync($"{honest[0]}.{honest[1]}.{forged[2]}"));
    }

    [Fact]
    public async Task Another_key_under_a_known_name_is_refused() =>
        Assert.NotNull(await RefusalAsync(new SigningKey("key-1").Sign(Claims())));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a b")]
    [InlineData("bearer TOKEN")]
    [InlineData("Basic TOKEN")]
    [InlineData("TOKEN")]
    [InlineData("Bearer TOKEN more")]
    [InlineData("Bearer  TOKEN")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer ....")]
    public async Task A_header_of_any_other_shape_is_refused(string? header)
    {
        var authorization = header?.Replace("TOKEN", key.Sign(Claims()), StringComparison.Ordinal);

        Assert.IsType<TokenCheck.Refused>(await Tokens.CheckAsync(authorization, default));
    }

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("webchat", true)]
    [InlineData("directline", false)]
    [InlineData(null, false)]
    public async Task A_key_with_endorsements_speaks_for_those_channels_only(string? channel, bool trusted) =>
        Assert.Equal(trusted, await RefusalAsync(key.Sign(Claims()), channel) is null);

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_every_channel()
    {
        var plain = new SigningKey("plain");
        cloud.Keys.Add(plain);

        Assert.Null(await RefusalAsync(plain.Sign(Claims()), "anything"));
    }

    [Fact]
    public async Task An_unknown_key_is_looked_up_at_once_and_a_rotated_one_is_taken()
    {
        var rotated = new SigningKey("key-2", "msteams");
        Assert.Null(await RefusalAsync(key.Sign(Claims())));
        Assert.NotNull(await RefusalAsync(rotated.Sign(Claims())));

        cloud.Keys.Add(rotated);

        Assert.Null(await RefusalAsync(rotated.Sign(Claims())));
    }

    [Fact]
    public async Task Invented_keys_ask_for_the_list_12_times_an_hour_at_most()
    {
        for (var invented = 0; invented < 30; invented++)
            Assert.NotNull(await RefusalAsync(new SigningKey($"invented-{invented}").Sign(Claims())));

        Assert.Equal(12, cloud.KeyFetches);
        Assert.Null(await RefusalAsync(key.Sign(Claims())));
    }

    [Fact]
    public async Task Known_keys_are_kept_for_a_day()
    {
        await RefusalAsync(key.Sign(Claims()));
        await RefusalAsync(key.Sign(Claims()));
        Assert.Equal(1, cloud.KeyFetches);

        clock.Advance(TimeSpan.FromHours(24));
        await RefusalAsync(key.Sign(Claims()));

        Assert.Equal(2, cloud.KeyFetches);
    }

    [Fact]
    public async Task While_the_keys_are_out_of_reach_every_token_is_refused()
    {
        await cloud.DisposeAsync();

        Assert.IsType<TokenCheck.Refused>(await Tokens.CheckAsync($"Bearer {key.Sign(Claims())}", default));
    }

    private InboundTokens Tokens => services.GetRequiredService<InboundTokens>();

    private async Task<TokenCheck.Refused?> RefusalAsync(string token, string? channel = "msteams") =>
        await Tokens.CheckAsync($"Bearer {token}", default) switch
        {
            TokenCheck.Trusted trusted => InboundTokens.Speaks(trusted, Activity(channel)),
            var refused => (TokenCheck.Refused)refused,
        };

    private static JsonObject Claims() =>
        new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = "bot-app",
            ["nbf"] = Now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = Now.AddMinutes(59).ToUnixTimeSeconds(),
            ["serviceurl"] = "https://smba.trafficmanager.net/emea/",
        };

    private static Activity Activity(string? channel) =>
        new()
        {
            Type = "message",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            ChannelId = channel,
            Conversation = new() { Id = "a:1" },
            From = new() { Id = "29:ada" },
            Recipient = new() { Id = "28:bot" },
        };
}
