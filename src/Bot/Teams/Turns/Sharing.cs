using Bot.Cards;
using Bot.Channels;
using Bot.Commands;
using Bot.Errands;
using Bot.Settings;
using Bot.Teams.Connector;
using Bot.Teams.Errands;
using Bot.Teams.Wire;
using Bot.Texts;
using Gamification;
using Storage;

namespace Bot.Teams.Turns;

/// <summary>Posts what a person shared: to the channel they asked in, or from their own chat to the channels of their team.</summary>
internal sealed class Sharing(
    Posts posts,
    ErrandDesk errands,
    TeamsCards cards,
    Viewers viewers,
    ChatStore chats,
    DirectoryReader directory,
    Organisation organisation,
    TimeProvider clock
)
{
    private const string Prefix = "teams:";

    /// <summary>The private card, with the remedy on top where something could not be shared.</summary>
    public async Task<Card> ShareAsync(Activity activity, CommandReply reply, CancellationToken ct)
    {
        if (reply.Shared is not { } shared)
            return reply.Card;

        var channels = await ChannelsAsync(activity, ct);
        if (channels.Count == 0)
            return NotShared(
                reply,
                await LanguageAsync(activity, ct),
                $"No Teams channel is connected to your team yet. A manager connects one by writing “/medalist channel” in it."
            );

        var reached = true;
        foreach (var channel in channels)
            reached &= await PostAsync(activity, channel, shared, ct);

        return reached
            ? reply.Card
            : NotShared(
                reply,
                await LanguageAsync(activity, ct),
                $"Teams did not take the post to the channel. Check that the app is added to its team, then share again."
            );
    }

    /// <summary>Once for one request, however often it is worked on.</summary>
    private async Task<bool> PostAsync(Activity activity, ConversationReference channel, Card shared, CancellationToken ct) =>
        !await errands.FirstTimeAsync(
            TeamsDoing.Platform,
            ErrandDesk.Anonymous($"share:{TeamsDoing.KeyOf(activity)}:{channel.Conversation}")
        )
        || await posts.ToConversationAsync(channel, cards.Message(shared, await viewers.OfAsync(channel, shared, ct)), ct)
            is DeliveryResult.Sent;

    private async Task<IReadOnlyList<ConversationReference>> ChannelsAsync(Activity activity, CancellationToken ct)
    {
        if (!activity.Conversation.IsPersonal)
            return [Conversations.Of(activity)];

        var viewer = await ViewerAsync(activity, ct);
        var connected = await chats.ChannelsAsync(ct);
        List<ConversationReference> found = [];
        foreach (
            var channel in connected.Where(channel =>
                channel.Team == viewer?.Team?.Id && channel.Id.Value.StartsWith(Prefix, StringComparison.Ordinal)
            )
        )
        {
            if (await chats.FindAsync(channel.Id.Value[Prefix.Length..], ct) is { } reference)
                found.Add(reference);
        }

        return found;
    }

    private Task<PersonView?> ViewerAsync(Activity activity, CancellationToken ct) =>
        directory.FindByIdentityAsync("teams", activity.From.AadObjectId ?? "", organisation.DayOf(clock.Now()), ct);

    private async Task<Language> LanguageAsync(Activity activity, CancellationToken ct) =>
        Language.Of(ReaderLocale.Of((await ViewerAsync(activity, ct))?.Language, activity.Culture ?? ReaderLocale.Unsaid(organisation)));

    private static Card NotShared(CommandReply reply, Language language, FormattableString remedy) =>
        reply.Card with
        {
            Parts = [new CardPart.Text(language.Say(remedy), Tone.Warning), .. reply.Card.Parts.Where(part => part != reply.SaysShared)],
        };
}
