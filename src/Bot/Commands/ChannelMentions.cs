using Bot.Cards;
using Bot.Play;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist channel mention name|person</c>: how posts in this channel call the person they are about.</summary>
public sealed class ChannelMentions(
    ChatStore chat,
    DirectoryReader directory,
    DirectoryDesk desk,
    Refusals refusals,
    Organisation organisation
)
{
    private static readonly string[] NameWords = ["name", "names", "off", "no", "none", "quiet"];
    private static readonly string[] PersonWords = ["person", "people", "on", "yes", "real", "mention", "@"];

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        if (!request.Place.IsChannel)
            return new(ChannelCards.NotInChannel(format));

        var id = ChannelConnection.ChannelOf(request.Place);
        if (await chat.ChannelAsync(id, ct) is not { } channel)
            return new(ChannelCards.NotConnected(id, format));

        var team = channel.Team is { } of ? await directory.FindTeamAsync(of, ct) : null;
        if (!ChannelConnection.MayConnect(request.Person, team))
            return new(
                await refusals.RefuseAsync(
                    request,
                    who => $"Only {who} can change how this channel mentions people.",
                    WhoMay.Of(team),
                    id.Value,
                    ct
                )
            );

        var before = await chat.MentionAsync(id, ct);
        if (WordOf(request) is not { } wanted)
            return new(ChannelCards.Mentions(id, before, isChanged: false, format));

        await desk.MentionAsync(id, before, wanted, request.Person.Id.Value, ct);
        return new(ChannelCards.Mentions(id, wanted, isChanged: true, format));
    }

    private static ChannelMention? WordOf(CommandRequest request) =>
        request.Arguments.Skip(2).FirstOrDefault() switch
        {
            { } word when NameWords.Contains(word, StringComparer.Ordinal) => ChannelMention.Name,
            { } word when PersonWords.Contains(word, StringComparer.Ordinal) => ChannelMention.Person,
            _ => null,
        };
}
