using Bot.Settings;

namespace Bot.Play;

internal static class PlaySetup
{
    /// <summary>The intake is registered before what is due: it stops last and still answers.</summary>
    public static IServiceCollection AddPlay(this IServiceCollection services, OrganisationSettings organisation) =>
        services
            .AddSingleton(new IntakeSettings())
            .AddSingleton(new Scorekeeper(organisation))
            .AddSingleton<GroupCommit>()
            .AddSingleton<Intake>()
            .AddSingleton<WaitingFacts>()
            .AddSingleton<DirectoryDesk>()
            .AddSingleton<RateDesk>()
            .AddSingleton<DueWork>()
            .AddSingleton<Verifier>()
            .AddSingleton<PeriodDesk>()
            .AddHostedService<IntakeWorker>()
            .AddHostedService<DueWorkService>();
}
