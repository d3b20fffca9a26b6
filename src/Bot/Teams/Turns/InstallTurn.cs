using Bot.Cards;
using Bot.Channels;
using Bot.Errands;
using Bot.Teams.Connector;
using Bot.Teams.Errands;
using Bot.Teams.Wire;
using Gamification;

namespace Bot.Teams.Turns;

/// <summary>The app was added to a chat or team, or removed from it. Teams tells both in two ways, and in any order.</summary>
internal sealed class InstallTurn(
    Conversations conversations,
    Posts posts,
    Asking asking,
    TeamsCards cards,
    TeamsRoster roster,
    TeamsPlaces places,
    TeamsDoing doing,
    Organisation organisation,
    ILogger<InstallTurn> log
)
{
    /// <summary>Stored first, so that whoever arrives is greeted although this host stops.</summary>
    public Task AnswerAsync(Activity activity) => doing.TakeInTimeAsync(activity, ct => RunAsync(activity, ct));

    public async Task<ErrandOutcome> RunAsync(Activity activity, CancellationToken ct)
    {
        if (IsRemoval(activity))
        {
            await places.LeaveAsync(activity, ct);
            await conversations.ForgetAsync(activity, ct);
        }
        else if (activity.ChannelData?.EventType is "channelDeleted" or "teamDeleted" or "teamHardDeleted" or "teamArchived")
            await places.TakeAsync(activity, ct);
        else
            await StayAsync(activity, ct);

        return ErrandOutcome.Done;
    }

    /// <summary>What is not sent now is sent later; what may have arrived is not sent again.</summary>
    public async Task<ErrandOutcome> GreetAsync(Activity activity, CancellationToken ct)
    {
        await roster.SyncAsync(activity, ct);
        var isPersonal = activity.Conversation.IsPersonal;
        var dashboard = isPersonal ? await asking.DashboardAsync(activity, ct) : null;
        var format = isPersonal ? new ReaderFormat(asking.LocaleOf(activity), organisation) : ReaderFormat.ForEveryone(organisation);
        var message = cards.Message(Greeting.For(activity.Conversation, format, dashboard));
        var result = await posts.ToConversationAsync(Conversations.Of(activity), message, ct);
        if (result is DeliveryResult.Later(var after, _))
            return new ErrandOutcome.Postponed(
                after,
                isPersonal ? new TeamsErrand.Give(activity.Bare, message, Edits: null).ToBody() : null
            );
        if (result is not DeliveryResult.Sent)
            log.NotAnswered(activity.Id, result.ToString());
        return ErrandOutcome.Done;
    }

    private async Task StayAsync(Activity activity, CancellationToken ct)
    {
        await conversations.RememberAsync(activity, ct);
        await places.TakeAsync(activity, ct);
        if (IsArrival(activity))
            await places.ReturnAsync(activity, ct);
        if (IsArrival(activity) && await GreetingAsync(activity) is { } greeting)
            await greeting;
        else if (activity.MembersAdded is { Count: > 0 } joined)
            await roster.WelcomeAsync(activity, joined.OfType<Account>().Where(account => account.Id != activity.Recipient.Id), ct);
    }

    /// <summary>Once for a chat, however often and from wherever its arrival is told. Null when it was greeted before.</summary>
    private Task<Task?> GreetingAsync(Activity activity) =>
        doing.TakeAsync(
            ErrandDesk.Anonymous($"greeting:{activity.Conversation.Root}"),
            new TeamsErrand.Greet(activity),
            ct => GreetAsync(activity, ct)
        );

    private static bool IsArrival(Activity activity) =>
        activity.Type == ActivityTypes.Installation ? activity.Action == "add" : IsAmong(activity.MembersAdded, activity.Recipient);

    private static bool IsRemoval(Activity activity) =>
        activity.Type == ActivityTypes.Installation ? activity.Action == "remove" : IsAmong(activity.MembersRemoved, activity.Recipient);

    private static bool IsAmong(IReadOnlyList<Account?>? members, Account bot) => members?.Any(member => member?.Id == bot.Id) is true;
}
