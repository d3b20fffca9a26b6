using System.Text.Json.Nodes;
using Bot.Teams;
using Bot.Teams.Tokens;
using Bot.Teams.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Teams;

/// <summary>
/// The same token to botframework-connector 4.23.3, Microsoft's own library, and to us, claim by claim: what theirs says was tried with it.
/// Nothing that theirs refuses is trusted but an audience that is a list, which the standard allows. Now is 2026-11-18 09:00:00 UTC.
/// </summary>
public sealed class TokenRowsTests : IAsyncLifetime
{
    private const string Url = "https://smba.trafficmanager.net/emea/";
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider clock = new(Now);
    private readonly SigningKey key = new("key-1", "msteams");
    private TeamsCloud cloud = null!;
    private ServiceProvider services = null!;

    /// <summary>Claim, its value as JSON (nothing: left out), theirs, ours.</summary>
    public static TheoryData<string, string?, bool, bool> Claims =>
        new()
        {
            { "aud", """ "bot-app" """, true, true },
            { "aud", """ ["other","another"] """, false, false },
            { "aud", """ "BOT-APP" """, false, false },
            { "aud", """ "" """, false, false },
            { "aud", "7", false, false },
            { "iss", """ "https://api.botframework.com/" """, false, false },
            { "iss", """ "HTTPS://API.BOTFRAMEWORK.COM" """, false, false },
            { "iss", """ "http://api.botframework.com" """, false, false },
            { "iss", """ ["https://api.botframework.com"] """, false, false },
            { "exp", null, true, false },
            { "exp", "null", false, false },
            { "exp", """ "soon" """, false, false },
            { "exp", """ {} """, false, false },
            { "exp", "-5", false, false },
            { "exp", "0", false, false },
            { "exp", "1e300", true, false },
            { "nbf", null, true, true },
            { "nbf", """ "soon" """, false, false },
            { "nbf", "1e300", false, false },
            { "serviceurl", "7", false, false },
            { "serviceurl", "null", false, false },
            { "serviceurl", $"\"{Url}?\"", false, false },
            { "serviceUrl", $"\"{Url}\"", true, true },
        };

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

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task Nothing_that_Microsofts_own_library_refuses_is_trusted(string claim, string? value, bool theirs, bool ours)
    {
        var claims = Usual();
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = JsonNode.Parse(value);

        Assert.Equal(ours, await IsTrustedAsync(key.Sign(claims)));
        Assert.True(theirs || !ours);
    }

    [Theory]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", "2.0")]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/", "1.0")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", "2.0")]
    [InlineData("https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/", "1.0")]
    [InlineData("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0", "2.0")]
    public async Task A_token_of_the_emulator_or_of_another_bot_is_refused_although_it_names_this_one(string issuer, string version)
    {
        var claims = Usual();
        (claims["iss"], claims["ver"], claims["appid"], claims["azp"]) = (issuer, version, "bot-app", "bot-app");

        Assert.False(await IsTrustedAsync(key.Sign(claims)));
        Assert.False(await IsTrustedAsync(key.Sign(claims), "emulator"));
    }

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("MSTEAMS", false)]
    [InlineData("msteams ", false)]
    [InlineData("emulator", false)]
    [InlineData("", false)]
    public async Task A_channel_is_endorsed_to_the_letter(string channel, bool trusted) =>
        Assert.Equal(trusted, await IsTrustedAsync(key.Sign(Usual()), channel));

    [Fact]
    public async Task A_key_that_Microsoft_withdrew_is_good_for_a_day_at_most()
    {
        Assert.True(await IsTrustedAsync(key.Sign(Usual())));
        cloud.Keys.Clear();

        clock.Advance(TimeSpan.FromHours(24));

        Assert.False(await IsTrustedAsync(key.Sign(Usual())));
    }

    [Fact]
    public async Task Two_tokens_in_one_header_are_none()
    {
        var token = key.Sign(Usual());

        Assert.IsType<TokenCheck.Refused>(
            await services.GetRequiredService<InboundTokens>().CheckAsync($"Bearer {token}, Bearer {token}", default)
        );
    }

    private async Task<bool> IsTrustedAsync(string token, string channel = "msteams") =>
        await services.GetRequiredService<InboundTokens>().CheckAsync($"Bearer {token}", default) is TokenCheck.Trusted trusted
        && InboundTokens.Speaks(trusted, Activity(channel)) is null;

    private JsonObject Usual() =>
        new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = "bot-app",
            ["nbf"] = clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = clock.GetUtcNow().AddMinutes(59).ToUnixTimeSeconds(),
            ["serviceurl"] = Url,
        };

    private static Activity Activity(string channel) =>
        new()
        {
            Type = "message",
            ServiceUrl = Url,
            ChannelId = channel,
            Conversation = new() { Id = "a:1" },
            From = new() { Id = "29:ada" },
            Recipient = new() { Id = "28:bot" },
        };
}
