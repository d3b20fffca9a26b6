using Bot.Cards;
using Bot.Explaining;
using Bot.Explaining.Assigned;
using Bot.Goals;

namespace Bot.Commands;

/// <summary>Every command by name: the list of what a person can ask for.</summary>
public static class CommandSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services
            .AddSingleton<ICommand, LeaderboardCommand>()
            .AddSingleton<ICommand, PointsCommand>()
            .AddSingleton<ICommand, BadgesCommand>()
            .AddSingleton<ICommand, GoalsCommand>()
            .AddSingleton<ICommand, PerformanceCommand>()
            .AddSingleton<ICommand, RewardsCommand>()
            .AddSingleton<ICommand, TeamGoalsCommand>()
            .AddSingleton<ICommand, WhyCommand>()
            .AddSingleton<ICommand, MedalistCommand>()
            .AddSingleton<ChannelConnection>()
            .AddSingleton<ChannelMentions>()
            .AddSingleton<ChannelAccess>()
            .AddSingleton<ChannelRules>()
            .AddSingleton<StatusGathering>()
            .AddSingleton<TroubleAccess>()
            .AddSingleton<PersonalSettings>()
            .AddSingleton<OwnSettings>()
            .AddSingleton<PersonFinder>()
            .AddSingleton<ActivityWords>()
            .AddSingleton<GivenBadgeWords>()
            .AddSingleton<WhyTable>()
            .AddSingleton<IWhy, WhyBadge>()
            .AddSingleton<IWhy, WhyGoal>()
            .AddSingleton<IWhy, WhyGrant>()
            .AddSingleton<IWhy, WhyActivity>()
            .AddSingleton<AssignedGoalFinder>()
            .AddSingleton<GoalStories>()
            .AddSingleton<WhyAssigned>()
            .AddSingleton<GoalsPage>()
            .AddSingleton<TeamGoalsPage>()
            .AddSingleton<GrantsPage>()
            .AddSingleton<TeamGoalDesk>()
            .AddSingleton<PostTruth>()
            .AddSingleton<RepeatDesk>()
            .AddSingleton<GoalPostsPage>()
            .AddSingleton<HandOutPage>()
            .AddSingleton<RewardsPage>()
            .AddSingleton<StatusReport>()
            .AddSingleton<PeopleList>()
            .AddSingleton<InboxList>()
            .AddSingleton<RulesReport>()
            .AddSingleton<BadgeList>()
            .AddSingleton<Refusals>()
            .AddSingleton<BoardGathering>()
            .AddSingleton<DashboardGathering>()
            .AddSingleton<CommandTable>()
            .AddSingleton<KnownLanguages>()
            .AddSingleton<WhoAsks>()
            .AddSingleton<CommandDesk>()
            .AddSingleton<GoalNewsGathering>()
            .AddSingleton<ReaderFormats>()
            .AddSingleton<AnnouncementComposer>();
}
