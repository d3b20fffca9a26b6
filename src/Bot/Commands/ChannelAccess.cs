using Bot.Cards;
using Bot.Forms;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>A connected channel, for who may change what it hears of; a card for everybody else.</summary>
public sealed class ChannelAccess(ChatStore chat, DirectoryReader directory, Refusals refusals)
{
    private const int LongestId = 400;

    public async Task<(ChannelView? Channel, TeamView? Team, Card? Instead)> FindAsync(
        ChannelId id,
        PersonView person,
        Instant now,
        ReaderFormat format,
        CancellationToken ct
    )
    {
        var channel = id.Value.Length <= LongestId && !id.Value.Any(char.IsControl) ? await chat.ChannelViewAsync(id, ct) : null;
        var team = channel?.Team is { } of ? await directory.FindTeamAsync(of, ct) : null;
        if (channel is not null && ChannelConnection.MayConnect(person, team))
            return (channel, team, null);
        if (channel is null && PeopleRights.Leads(person))
            return (null, null, ChannelCards.NotConnected(id, format));

        var right = channel is null ? WhoMay.ManagersOfTheTeam : WhoMay.Of(team);
        return (null, null, await refusals.RefuseAsync(person, now, Only, right, channel is null ? "channel" : id.Value, format, ct));
    }

    private static FormattableString Only(string who) => $"Only {who} can change what this channel hears of.";
}
