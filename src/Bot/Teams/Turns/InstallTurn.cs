using Bot.Cards;
using Bot.Channels;
using Bot.Settings;
using Bot.Teams.Connector;
using Bot.Teams.Wire;
using Gamification;
using Storage;

namespace Bot.Teams.Turns;

/// <summary>The app was added to a chat or team, or removed from it. Teams tells both in two ways, and in any order.</summary>
internal sealed class InstallTurn(
    Conversations conversations,
    Posts posts,
    Asking asking,
    TeamsCards cards,
    TeamsRoster roster,
    TeamsPlaces places,
    ChatStore chats,
    Organisation organisation,
    TimeProvider clock,
    ILogger<InstallTurn> log
)
{
    public async Task AnswerAsync(Activity activity, CancellationToken ct)
    {
        if (IsRemoval(activity))
        {
            await places.LeaveAsync(activity, ct);
            await conversations.ForgetAsync(activity, ct);
            return;
        }

        if (activity.ChannelData?.EventType is "channelDeleted" or "teamDeleted" or "teamHardDeleted" or "teamArchived")
        {
            await places.TakeAsync(activity, ct);
            return;
        }

        await conversations.RememberAsync(activity, ct);
        await places.TakeAsync(activity, ct);
        if (IsArrival(activity))
            await places.ReturnAsync(activity, ct);
        if (IsArrival(activity) && await chats.FirstTimeAsync("teams-greeting", activity.Conversation.Root, clock.Now(), ct))
        {
            await roster.SyncAsync(activity, ct);
            await GreetAsync(activity, ct);
        }
        else if (activity.MembersAdded is { Count: > 0 } joined)
            await roster.WelcomeAsync(activity, joined.OfType<Account>().Where(account => account.Id != activity.Recipient.Id), ct);
    }

    private async Task GreetAsync(Activity activity, CancellationToken ct)
    {
        var dashboard = activity.Conversation.IsPersonal ? await asking.DashboardAsync(activity, ct) : null;
        var format = activity.Conversation.IsPersonal
            ? new ReaderFormat(asking.LocaleOf(activity), organisation)
            : ReaderFormat.ForEveryone(organisation);
        var greeting = Greeting.For(activity.Conversation, format, dashboard);
        var result = await posts.ToConversationAsync(Conversations.Of(activity), cards.Message(greeting), ct);
        if (result is not DeliveryResult.Sent)
            log.NotAnswered(activity.Id, result.ToString());
    }

    private static bool IsArrival(Activity activity) =>
        activity.Type == ActivityTypes.Installation ? activity.Action == "add" : IsAmong(activity.MembersAdded, activity.Recipient);

    private static bool IsRemoval(Activity activity) =>
        activity.Type == ActivityTypes.Installation ? activity.Action == "remove" : IsAmong(activity.MembersRemoved, activity.Recipient);

    private static bool IsAmong(IReadOnlyList<Account?>? members, Account bot) => members?.Any(member => member?.Id == bot.Id) is true;
}
