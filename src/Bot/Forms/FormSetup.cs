using Bot.Forms.Grants;
using Bot.Forms.Posts;
using Bot.Forms.Prizes;
using Bot.Forms.TeamGoals;

namespace Bot.Forms;

/// <summary>Every form by name: the list of what a person can fill in.</summary>
public static class FormSetup
{
    public static IServiceCollection AddForms(this IServiceCollection services) =>
        services
            .AddSingleton<IForm, PersonForm>()
            .AddSingleton<IForm, RulesForm>()
            .AddSingleton<IForm, BadgeForm>()
            .AddSingleton<IForm, NewBadgeForm>()
            .AddSingleton<IForm, UnitForm>()
            .AddSingleton<IForm, CalendarForm>()
            .AddSingleton<IForm, GoalForm>()
            .AddSingleton<IForm, LinkForm>()
            .AddSingleton<IForm, AcceptForm>()
            .AddSingleton<IForm, DismissForm>()
            .AddSingleton<IForm, AimForm>()
            .AddSingleton<IForm, TiersForm>()
            .AddSingleton<IForm, PublishForm>()
            .AddSingleton<IForm, CloseGoalForm>()
            .AddSingleton<IForm, KeepForm>()
            .AddSingleton<IForm, RecipientsForm>()
            .AddSingleton<IForm, RepeatForm>()
            .AddSingleton<IForm, RedeemForm>()
            .AddSingleton<IForm, FulfilForm>()
            .AddSingleton<IForm, CancelPrizeForm>()
            .AddSingleton<IForm, ChannelForm>()
            .AddSingleton<IForm, SettingsForm>()
            .AddSingleton<IForm, SendAgainForm>()
            .AddSingleton<PersonAccess>()
            .AddSingleton<PlanAccess>()
            .AddSingleton<PlanPublishing>()
            .AddSingleton<GrantAccess>()
            .AddSingleton<PrizeAccess>()
            .AddSingleton<Inbox>()
            .AddSingleton<InboxAccess>()
            .AddSingleton<FormTable>()
            .AddSingleton<FormDesk>();
}
