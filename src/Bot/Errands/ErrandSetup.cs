namespace Bot.Errands;

/// <summary>Answers that outlive the request and the host.</summary>
internal static class ErrandSetup
{
    public static IServiceCollection AddErrands(this IServiceCollection services) =>
        services
            .AddSingleton<ErrandBook>()
            .AddSingleton<ErrandDesk>()
            .AddHostedService(provider => provider.GetRequiredService<ErrandDesk>())
            .AddHostedService<ErrandWorker>();
}
