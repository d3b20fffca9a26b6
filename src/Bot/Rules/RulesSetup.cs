namespace Bot.Rules;

/// <summary>The point rules: first from settings, then changed by admins.</summary>
internal static class RulesSetup
{
    public static IServiceCollection AddRules(this IServiceCollection services, PointConfiguration points) =>
        services.AddSingleton(points).AddSingleton<RulesDesk>().AddSingleton<BadgeEdit>().AddHostedService<RulesNotice>();
}
