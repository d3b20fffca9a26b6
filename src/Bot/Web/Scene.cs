using System.Globalization;
using Bot.Texts;
using Gamification;
using Gamification.Announcements;
using Storage;

namespace Bot.Web;

/// <summary>A channel of the page.</summary>
/// <param name="Team">Null for the company's.</param>
internal sealed record Room(ChannelId Id, TeamId? Team, string Name);

/// <summary>What the page shows: a channel, and the private view of one person.</summary>
/// <param name="Room">Null before any channel exists.</param>
/// <param name="Person">Null before any person exists.</param>
/// <param name="Remark">What was asked for and is not there.</param>
internal sealed record Scene(
    IReadOnlyList<Room> Rooms,
    Room? Room,
    IReadOnlyList<PersonView> People,
    PersonView? Person,
    string? Remark,
    CultureInfo Locale
)
{
    /// <summary>The chosen person's, else the browser's.</summary>
    public Language Language => Language.Of(ReaderLocale.Of(Person?.Language, Locale));

    public Recipient? RoomRecipient => Room is null ? null : new Recipient.Channel(Room.Id);

    public Recipient? PersonRecipient => Person is null ? null : new Recipient.Person(Person.Id);
}

/// <summary>Finds what a visitor asked to see, or the nearest that exists.</summary>
internal sealed class SceneReader(DirectoryReader directory, ChatStore chat, PageClock clock)
{
    public async Task<Scene> ReadAsync(PageQuery query, CancellationToken ct)
    {
        var rooms = await RoomsAsync(query.Locale, ct);
        var people = (await directory.PeopleAsync(clock.Today, ct)).Where(person => person.Active).ToList();
        var person = people.Find(candidate => candidate.Id.Value == query.Person);
        var room = rooms.FirstOrDefault(candidate => candidate.Id.Value == query.Channel);
        var remark = RemarkOn(query, room, person);

        person ??= people.FirstOrDefault();
        return new(rooms, room ?? HomeOf(rooms, person), people, person, remark, query.Locale);
    }

    private async Task<IReadOnlyList<Room>> RoomsAsync(CultureInfo locale, CancellationToken ct)
    {
        var teams = (await directory.TeamsAsync(ct)).ToDictionary(team => team.Id, team => team.Name);
        return
        [
            .. (await chat.ChannelsAsync(ct))
                .Where(channel => channel.Id.Value.StartsWith($"{WebChannel.Name}:", StringComparison.Ordinal))
                .Select(channel => new Room(
                    channel.Id,
                    channel.Team,
                    channel.Team is { } team ? teams.GetValueOrDefault(team, team.Value) : Language.Of(locale).Say($"Company")
                ))
                .OrderBy(room => room.Team is not null)
                .ThenBy(room => room.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The person's team channel, else the company's.</summary>
    private static Room? HomeOf(IReadOnlyList<Room> rooms, PersonView? person) =>
        rooms.FirstOrDefault(room => room.Team is { } team && team == person?.Team?.Id) ?? (rooms.Count > 0 ? rooms[0] : null);

    private static string? RemarkOn(PageQuery query, Room? room, PersonView? person) =>
        (query.Channel, query.Person) switch
        {
            ({ Length: > 0 }, _) when room is null => Language
                .Of(query.Locale)
                .Say($"That channel is not here any more. This is the nearest one."),
            (_, { Length: > 0 }) when person is null => Language
                .Of(query.Locale)
                .Say($"That person is not here any more. Choose somebody from the list."),
            _ => null,
        };
}
