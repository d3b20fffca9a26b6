using Bot.Channels;
using Bot.Goals;
using Bot.Import;
using Bot.Prizes;
using Bot.Settings;

namespace Bot.Play;

internal static class PlaySetup
{
    public static IServiceCollection AddPlay(this IServiceCollection services, OrganisationSettings organisation) =>
        services
            .AddSingleton(new IntakeSettings())
            .AddSingleton(new Scorekeeper(organisation))
            .AddSingleton<GroupCommit>()
            .AddSingleton<Intake>()
            .AddSingleton<WaitingFacts>()
            .AddSingleton<DirectoryDesk>()
            .AddSingleton<ChannelDesk>()
            .AddSingleton<PreferenceDesk>()
            .AddSingleton<RosterDesk>()
            .AddSingleton<ChannelLife>()
            .AddSingleton<PlatformHealth>()
            .AddSingleton<RateDesk>()
            .AddSingleton<DueWork>()
            .AddSingleton<Verifier>()
            .AddSingleton<PeriodDesk>()
            .AddSingleton<BadgeDesk>()
            .AddSingleton<GoalDesk>()
            .AddSingleton<PlanContexts>()
            .AddSingleton<GivingGoals>()
            .AddSingleton<AssignedRights>()
            .AddSingleton<AssignedGoalDesk>()
            .AddSingleton<GrantDesk>()
            .AddSingleton<PrizeDesk>()
            .AddSingleton<Importer>()
            .AddHostedService<IntakeWorker>();
}
