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
            .AddSingleton<PersonAccess>()
            .AddSingleton<Inbox>()
            .AddSingleton<InboxAccess>()
            .AddSingleton<FormTable>()
            .AddSingleton<FormDesk>();
}
