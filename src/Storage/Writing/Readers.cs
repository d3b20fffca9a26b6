using Gamification;
using Gamification.Announcements;
using Gamification.People;
using NodaTime;

namespace Storage.Writing;

/// <summary>What those who are told have chosen: what they want to hear of, and when a notice finds them at work.</summary>
internal sealed class Readers(
    IReadOnlyDictionary<ChannelId, ConnectedChannel> channels,
    IReadOnlyDictionary<string, Person> people,
    PersonId? answered,
    Instant now
)
{
    public static async Task<Readers> OfAsync(WriteScope scope, IReadOnlyList<Announcement> announcements, CancellationToken ct)
    {
        var reader = new PeopleReader(scope);
        var told = announcements.Select(announcement => announcement.To).OfType<Recipient.Person>().Select(to => to.Id).Distinct();
        var people = await reader.ReadAsync([.. told], ct);
        return new(
            (await reader.ChannelsAsync(ct)).ToDictionary(channel => channel.Id),
            people.Values.ToDictionary(person => new Recipient.Person(person.Id).Key),
            scope.Answered,
            scope.Now
        );
    }

    public bool Hear(Announcement announcement) =>
        announcement.To switch
        {
            Recipient.Channel(var id) when channels.TryGetValue(id, out var channel) => channel.Settings.Hears(
                PostKind.Of(announcement.Kind)
            ),
            Recipient.Person when people.TryGetValue(announcement.To.Key, out var person) => (
                person.Muted & NoticeKind.Of(announcement.Kind)
            ) == NoticeKinds.None,
            _ => true,
        };

    /// <summary>At once, but for notices that nobody asked for: those wait until their reader is at work.</summary>
    public Instant DueOf(string recipient) =>
        people.TryGetValue(recipient, out var person) && person.Id != answered ? NoticeTime.Of(person, now) : now;
}
