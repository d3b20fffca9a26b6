using Bot.Settings;

namespace Bot.Teams.Tokens;

/// <summary>Where one of Microsoft's clouds gives tokens, signs them and answers, as its Bot Service documents it.</summary>
/// <param name="Tenant">Gives the token of a bot that is registered for several tenants.</param>
/// <param name="Resource">Issues the tokens that come in, and is what the ones that go out are for.</param>
/// <param name="Connector">The only host that Teams of this cloud answers at.</param>
/// <param name="FirstServiceUrl">Where a chat may be opened before an activity said where; null where that is not documented.</param>
internal sealed record MicrosoftCloud(
    string Name,
    string Login,
    string Tenant,
    string Resource,
    string OpenIdMetadataUrl,
    Uri Connector,
    string? FirstServiceUrl
)
{
    public static MicrosoftCloud Public { get; } =
        new(
            "Public",
            "https://login.microsoftonline.com",
            "botframework.com",
            "https://api.botframework.com",
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            new("https://smba.trafficmanager.net/"),
            "https://smba.trafficmanager.net/teams/"
        );

    private static MicrosoftCloud GccHigh { get; } =
        new(
            "GccHigh",
            "https://login.microsoftonline.us",
            "MicrosoftServices.onmicrosoft.us",
            "https://api.botframework.us",
            "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            new("https://smba.infra.gov.teams.microsoft.us/"),
            "https://smba.infra.gov.teams.microsoft.us/teams/"
        );

    public static IReadOnlyList<MicrosoftCloud> All { get; } =
    [
        Public,
        Public with
        {
            Name = "Gcc",
            Connector = new("https://smba.infra.gcc.teams.microsoft.com/"),
            FirstServiceUrl = "https://smba.infra.gcc.teams.microsoft.com/teams/",
        },
        GccHigh,
        GccHigh with
        {
            Name = "Dod",
            Connector = new("https://smba.infra.dod.teams.microsoft.us/"),
            FirstServiceUrl = "https://smba.infra.dod.teams.microsoft.us/teams/",
        },
        new(
            "China",
            "https://login.partner.microsoftonline.cn",
            "microsoftservices.partner.onmschina.cn",
            "https://api.botframework.azure.cn",
            "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
            new("https://frontend.botapi.msg.infra.teams.microsoftonline.cn/"),
            FirstServiceUrl: null
        ),
    ];

    public string Issuer => Resource;

    public string Scope => $"{Resource}/.default";

    public string AuthorityOf(string? tenant) => $"{Login}/{tenant ?? Tenant}";

    /// <summary>In any case of letters; null for none of them.</summary>
    public static MicrosoftCloud? Named(string name) =>
        All.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static MicrosoftCloud Of(TeamsSettings settings) =>
        Named(settings.Cloud) ?? throw new ArgumentException($"'{settings.Cloud}' is no cloud of Microsoft.", nameof(settings));
}
