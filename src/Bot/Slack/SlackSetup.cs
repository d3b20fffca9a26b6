using Bot.Channels;
using Bot.Errands;
using Bot.Settings;
using Bot.Slack.Errands;
using Bot.Slack.Sockets;
using Bot.Slack.Wire;
using Bot.Slack.Wire.Limits;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Slack;

/// <summary>Slack as a surface and as a channel.</summary>
internal static class SlackSetup
{
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackSettings settings)
    {
        services.TryAddSingleton(settings);
        services
            .AddSingleton<SlackLimits>()
            .AddSingleton(provider => new SlackClient(
                SlackHttp.Create(),
                provider.GetRequiredService<SlackSettings>(),
                provider.GetRequiredService<SlackLimits>(),
                provider.GetRequiredService<PlatformHealth>()
            ));
        services
            .AddSingleton<SlackMessages>()
            .AddSingleton<SlackPeople>()
            .AddSingleton<IChatLocale, SlackLocale>()
            .AddSingleton<SlackDesk>()
            .AddSingleton<SlackReplier>()
            .AddSingleton<SlackForms>()
            .AddSingleton<SlackSubmissions>()
            .AddSingleton<SlackGate>();
        services.AddSingleton<SlackCommands>().AddSingleton<SlackInteractions>().AddSingleton<SlackEvents>().AddSingleton<SlackMentions>();
        services.AddSingleton<SlackHome>().AddSingleton<HomeVisits>().AddSingleton<FreshHomes>().AddHostedService<SlackHomeWorker>();
        services.AddSingleton<SlackRoster>().AddHostedService<SlackRosterWorker>();
        services.AddSingleton<EnvelopeDesk>().AddSingleton<SlackSockets>();
        services.AddHostedService(provider => provider.GetRequiredService<SlackSockets>());
        services.AddSingleton<SlackDoing>().AddSingleton<IErrandRunner, SlackErrandRunner>();
        return services.AddSingleton<IChannel, SlackChannel>();
    }

    /// <summary>Without a signing secret the routes are there and say what to set.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        var slack = routes.MapGroup("/slack").ExcludeFromDescription();
        slack.MapPost("/commands", (HttpContext context, SlackCommands commands) => commands.ReceiveAsync(context));
        slack.MapPost("/interactions", (HttpContext context, SlackInteractions interactions) => interactions.ReceiveAsync(context));
        slack.MapPost("/events", (HttpContext context, SlackEvents events) => events.ReceiveAsync(context));
        return routes;
    }
}
