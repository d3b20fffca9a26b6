using Bot.Settings;

namespace Bot.Teams.Tokens;

/// <summary>Where the bot may send its token: only what an activity names and the settings allow.</summary>
/// <remarks>
/// Teams of a cloud answers at one host, in a folder per region. Neither <c>*.trafficmanager.net</c>, where anybody may register a name,
/// nor the hosts of other channels belong here.
/// </remarks>
internal sealed class ServiceUrls(TeamsSettings settings)
{
    private readonly Uri[] allowed =
    [
        .. settings.AllowedServiceUrls.Select(url => new Uri(url)).DefaultIfEmpty(MicrosoftCloud.Of(settings).Connector),
    ];

    /// <summary>Same scheme, host and port, at or below the allowed path. In development the playground's loopback address will do.</summary>
    public bool Allow(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && ((settings.Development && url.IsLoopback) || allowed.Any(parent => IsBelow(parent, url)));

    /// <summary>Where to open a chat before any activity told us where; null where only an activity can tell.</summary>
    public string? First =>
        settings switch
        {
            { AllowedServiceUrls: [var first, ..] } => first,
            { Development: true } => null,
            _ => MicrosoftCloud.Of(settings).FirstServiceUrl,
        };

    private static bool IsBelow(Uri parent, Uri url) =>
        url.GetLeftPart(UriPartial.Authority) == parent.GetLeftPart(UriPartial.Authority)
        && $"{url.AbsolutePath.TrimEnd('/')}/".StartsWith($"{parent.AbsolutePath.TrimEnd('/')}/", StringComparison.Ordinal);
}
