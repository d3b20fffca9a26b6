using Bot.Cards;
using Bot.Play;
using Gamification;
using Gamification.People;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist channel [team]</c>: which team the channel hears of. Managers connect their own teams, admins any.</summary>
public sealed class ChannelConnection(
    DirectoryReader directory,
    DirectoryDesk desk,
    ChatStore chat,
    Refusals refusals,
    Organisation organisation
)
{
    private static readonly string[] CompanyWords = ["company", "org", "organisation", "organization", "everyone"];

    public async Task<CommandReply> RunAsync(CommandRequest request, string name, CancellationToken ct)
    {
        if (!request.Place.IsChannel)
            return new(ChannelCards.NotInChannel(new(request.Locale, organisation)));

        var teams = await directory.TeamsAsync(ct);
        if (CompanyWords.Contains(name, StringComparer.Ordinal))
            return await ConnectAsync(request, team: null, ct);

        var matches = teams.Where(team => IsCalled(team, name)).ToList();
        return matches is [var only] ? await ConnectAsync(request, only, ct) : await ChooseAsync(request, teams, name, ct);
    }

    private async Task<CommandReply> ConnectAsync(CommandRequest request, TeamView? team, CancellationToken ct)
    {
        if (!MayConnect(request.Person, team))
            return new(await refusals.RefuseAsync(request, Only, WhoMay.Of(team), ChannelOf(request.Place).Value, ct));

        await desk.ConnectAsync(request.Place.Platform, request.Place.Conversation, team?.Id, request.Person.Id.Value, ct);
        return new(ChannelCards.Connected(team, new(request.Locale, organisation)));
    }

    private async Task<CommandReply> ChooseAsync(CommandRequest request, IReadOnlyList<TeamView> teams, string name, CancellationToken ct)
    {
        var person = request.Person;
        if (person.Role is not Role.Admin && person.Manages.Count == 0)
            return new(await refusals.RefuseAsync(request, Only, WhoMay.ManagersOfTheTeam, ChannelOf(request.Place).Value, ct));

        var current = await chat.ChannelAsync(ChannelOf(request.Place), ct);
        var mine = teams.Where(team => MayConnect(person, team)).ToList();
        return new(
            ChannelCards.Choose(
                ChannelOf(request.Place),
                mine,
                person.Role is Role.Admin,
                current,
                name.Length == 0 ? null : name,
                new(request.Locale, organisation)
            )
        );
    }

    internal static bool MayConnect(PersonView person, TeamView? team) =>
        person.Role is Role.Admin || (team is not null && person.Manages.Contains(team.Id));

    private static FormattableString Only(string who) => $"Only {who} can connect this channel.";

    internal static ChannelId ChannelOf(Place place) => new($"{place.Platform}:{place.Conversation}");

    /// <summary>By id or by name, as typed: in lower case and with single blanks.</summary>
    private static bool IsCalled(TeamView team, string name) =>
        string.Equals(team.Id.Value, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(
            string.Join(' ', team.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            name,
            StringComparison.OrdinalIgnoreCase
        );
}
