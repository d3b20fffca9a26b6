using Bot.Settings;

namespace Bot.Crm;

internal static class CrmSetup
{
    public static IServiceCollection AddCrm(
        this IServiceCollection services,
        IReadOnlyDictionary<string, ConnectionSettings> connections
    ) => services.AddSingleton(new WebhookConnections(connections)).AddSingleton<WebhookEndpoint>();

    /// <summary>Every method, so that a wrong one is told what to do like every other mistake.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder app) =>
        app.Map("/webhooks/{connection}", app.ServiceProvider.GetRequiredService<WebhookEndpoint>().HandleAsync);
}
