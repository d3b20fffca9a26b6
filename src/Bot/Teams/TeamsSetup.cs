using Bot.Channels;
using Bot.Errands;
using Bot.Settings;
using Bot.Teams.Connector;
using Bot.Teams.Errands;
using Bot.Teams.Tokens;
using Bot.Teams.Turns;
using Bot.Teams.Wire;

namespace Bot.Teams;

/// <summary>Teams in one line of services and one of endpoints.</summary>
internal static class TeamsSetup
{
    public const string HttpClientName = "teams";
    public const string TokenClientName = "teams-token";

    /// <summary>Needs the storage, the commands and a <see cref="TimeProvider"/> beside it.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsSettings settings)
    {
        services.AddSingleton(settings);
        if (!IsConfigured(settings))
            return services;

        services
            .AddHttpClient(HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services
            .AddHttpClient(TokenClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .AddHttpMessageHandler(() => new TokenAddress(settings));
        services.AddSingleton<SigningKeys>().AddSingleton<ServiceUrls>().AddSingleton<InboundTokens>().AddSingleton<OutboundTokens>();
        services
            .AddSingleton<ConnectorHttp>()
            .AddSingleton<ConnectorClient>()
            .AddSingleton<TeamsCards>()
            .AddSingleton<Posts>()
            .AddSingleton<Viewers>()
            .AddSingleton<TeamsRoster>()
            .AddSingleton<Tenancy>()
            .AddSingleton<TeamsPlaces>()
            .AddSingleton<IChatLocale, TeamsLocale>()
            .AddSingleton<IChannel, TeamsChannel>();
        services
            .AddSingleton<Conversations>()
            .AddSingleton<Sharing>()
            .AddSingleton<AskedPlace>()
            .AddSingleton<Asking>()
            .AddSingleton<NamedPeople>();
        services
            .AddSingleton<MessageTurn>()
            .AddSingleton<InvokeTurn>()
            .AddSingleton<DialogTurn>()
            .AddSingleton<InstallTurn>()
            .AddSingleton<TeamsEndpoint>();
        services.AddSingleton<TeamsDoing>().AddSingleton<IErrandRunner, TeamsErrandRunner>();
        return services.AddHostedService<LoopbackGuard>();
    }

    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(
                "/api/messages",
                (HttpContext http, TeamsSettings settings) =>
                    IsConfigured(settings)
                        ? http.RequestServices.GetRequiredService<TeamsEndpoint>().HandleAsync(http)
                        : Task.FromResult(TeamsProblems.NotConfigured())
            )
            .WithSummary("Bot Framework activities")
            .WithTags("Teams");
        return endpoints;
    }

    private static bool IsConfigured(TeamsSettings settings) => settings.Development || settings.AppId is { Length: > 0 };
}
