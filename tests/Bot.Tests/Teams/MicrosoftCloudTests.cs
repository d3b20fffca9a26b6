using System.Net;
using Bot.Settings;
using Bot.Teams;
using Bot.Teams.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Teams;

/// <summary>The addresses of each cloud, as Microsoft documents them for the Bot Service and for Teams.</summary>
public sealed class MicrosoftCloudTests
{
    [Theory]
    [InlineData("Public", null, "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com")]
    [InlineData("Public", "contoso", "https://login.microsoftonline.com/contoso", "https://api.botframework.com")]
    [InlineData("Gcc", null, "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com")]
    [InlineData("GccHigh", null, "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https://api.botframework.us")]
    [InlineData("GccHigh", "agency", "https://login.microsoftonline.us/agency", "https://api.botframework.us")]
    [InlineData("Dod", null, "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https://api.botframework.us")]
    [InlineData(
        "China",
        null,
        "https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn"
    )]
    [InlineData("China", "shanghai", "https://login.partner.microsoftonline.cn/shanghai", "https://api.botframework.azure.cn")]
    public void Tokens_come_from_the_cloud_for_the_tenant_or_for_bots_of_several(
        string cloud,
        string? tenant,
        string authority,
        string issuer
    )
    {
        var row = MicrosoftCloud.Named(cloud)!;

        Assert.Equal((authority, issuer, $"{issuer}/.default"), (row.AuthorityOf(tenant), row.Issuer, row.Scope));
    }

    [Theory]
    [InlineData("public", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("gcc", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("gcchigh", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData("dod", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData("china", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")]
    public void Keys_of_what_comes_in_are_those_of_the_cloud(string cloud, string metadata) =>
        Assert.Equal(metadata, MicrosoftCloud.Named(cloud)!.OpenIdMetadataUrl);

    [Theory]
    [InlineData("Public", "https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net/teams/")]
    [InlineData("Gcc", "https://smba.infra.gcc.teams.microsoft.com/teams", "https://smba.infra.gcc.teams.microsoft.com/teams/")]
    [InlineData("GccHigh", "https://smba.infra.gov.teams.microsoft.us/teams", "https://smba.infra.gov.teams.microsoft.us/teams/")]
    [InlineData("Dod", "https://smba.infra.dod.teams.microsoft.us/teams", "https://smba.infra.dod.teams.microsoft.us/teams/")]
    [InlineData("China", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/teams/", null)]
    public void Only_Teams_of_the_own_cloud_is_answered(string cloud, string serviceUrl, string? first)
    {
        Assert.All(
            MicrosoftCloud.All,
            one => Assert.Equal(one.Name == cloud, new ServiceUrls(new TeamsSettings { Cloud = one.Name }).Allow(serviceUrl))
        );
        Assert.Equal(first, new ServiceUrls(new TeamsSettings { Cloud = cloud }).First);
    }

    [Theory]
    [InlineData(
        "Public",
        null,
        "login.microsoftonline.com",
        "/botframework.com/oauth2/v2.0/token",
        "https://api.botframework.com/.default"
    )]
    [InlineData("GccHigh", "a-b", "login.microsoftonline.us", "/a-b/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("China", "a-b", "login.partner.microsoftonline.cn", "/a-b/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    public async Task The_bots_token_is_asked_for_at_the_login_of_the_cloud(
        string cloud,
        string? tenant,
        string host,
        string path,
        string scope
    )
    {
        using var login = new Login();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddTeams(
            new()
            {
                AppId = "bot-app",
                AppSecret = "not-a-secret",
                TenantId = tenant,
                Cloud = cloud,
            }
        );
        services.AddHttpClient(TeamsSetup.TokenClientName).ConfigurePrimaryHttpMessageHandler(() => login);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("the-token", await provider.GetRequiredService<OutboundTokens>().GetAsync(force: false, default));

        Assert.Equal((host, path), (login.Asked!.Host, login.Asked.AbsolutePath));
        Assert.Contains($"scope={Uri.EscapeDataString(scope)}", login.Form, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_cloud_that_does_not_exist_stops_the_start_and_those_there_are_are_named()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Teams:Cloud"] = "Mars" })
            .Build();

        var problem = Assert.Single(Assert.Throws<SettingsException>(() => SettingsValidation.Read(settings)).Problems);

        Assert.Equal("Teams__Cloud", problem.Name);
        Assert.Contains("Public, Gcc, GccHigh, Dod, China", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Stands for the login of a cloud.</summary>
    private sealed class Login : HttpMessageHandler
    {
        public Uri? Asked { get; private set; }

        public string Form { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri;
            Form = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}"""),
            };
        }
    }
}
