using Bot.Cards;
using Bot.Forms;
using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>A message that failed or is unconfirmed, for who may decide about it: an admin, or a manager of the channel's team.</summary>
public sealed class TroubleAccess(StatusReader status, ChatStore chat, DirectoryReader directory, Refusals refusals)
{
    private const int LongestId = 64;

    public async Task<(TroubledMessage? Message, Card? Instead)> FindAsync(
        string id,
        PersonView person,
        Instant now,
        ReaderFormat format,
        CancellationToken ct
    )
    {
        var message = id.Length is > 0 and <= LongestId && id.All(char.IsAsciiLetterOrDigit) ? await status.FindAsync(id, ct) : null;
        if (message is not null && await MayAsync(person, message.To, ct))
            return message.State is DeliveryState.Failed or DeliveryState.Unknown ? (message, null) : (null, Settled(format));
        if (message is null && PeopleRights.Leads(person))
            return (null, Settled(format));

        return (
            null,
            await refusals.RefuseAsync(person, now, Only, await RightAsync(message?.To, ct), message?.Id ?? "message", format, ct)
        );
    }

    private async Task<bool> MayAsync(PersonView person, Recipient to, CancellationToken ct) =>
        PeopleRights.IsAdmin(person)
        || (to is Recipient.Channel(var id) && await chat.ChannelViewAsync(id, ct) is { Team: { } team } && person.Manages.Contains(team));

    private async Task<FormattableString> RightAsync(Recipient? to, CancellationToken ct) =>
        to is Recipient.Channel(var id)
        && await chat.ChannelViewAsync(id, ct) is { Team: { } team }
        && await directory.FindTeamAsync(team, ct) is { } view
            ? WhoMay.Of(view)
            : WhoMay.Admins;

    private static FormattableString Only(string who) => $"Only {who} can decide about this message.";

    private static Card Settled(ReaderFormat format) =>
        new(
            format.Say($"Nothing to decide any more"),
            [
                new CardPart.Text(format.Say($"This message is on its way, or somebody was faster.")),
                new CardPart.Buttons([new(format.Say($"Status"), "medalist status", Primary: true)]),
            ]
        );
}
