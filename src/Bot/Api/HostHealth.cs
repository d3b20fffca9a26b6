using Storage;

namespace Bot.Api;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its database does too.</summary>
internal static class HostHealth
{
    public static IServiceCollection AddHostHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddDbContextCheck<GameContext>("database");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).ExcludeFromDescription();
        routes.MapHealthChecks("/health/ready").ExcludeFromDescription();
    }
}
