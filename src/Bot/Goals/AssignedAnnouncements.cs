using System.Globalization;
using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Who hears that a goal was published or edited: ids and figures; the words are found when it goes out.</summary>
internal static class AssignedAnnouncements
{
    /// <summary>Once for each version and recipient.</summary>
    public static Announcement Of(string kind, Goal goal, Recipient to, LocalDate today)
    {
        var version = goal.Versions[^1];
        var number = version.Number.ToString(CultureInfo.InvariantCulture);
        var about = kind == AssignedEdit.Published ? $"goal:{goal.Id}:published" : $"goal:{goal.Id}:version:{number}";
        return new(
            kind,
            about,
            to,
            about,
            Position: null,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["goal"] = goal.Id.Value,
                ["version"] = number,
                ["subject"] = goal.Subject.Value,
                ["period"] = goal.PeriodAt(today).Key.Value,
                ["from"] = NodaTime.Text.LocalDatePattern.Iso.Format(version.From),
                ["by"] = version.By,
            }
        );
    }
}

/// <summary>Whom a goal is for, and who hears of it where.</summary>
internal static class AssignedAudience
{
    /// <summary>
    /// A published goal is told where its people are: in the channels of the team or organisation, to a single person alone. A new
    /// version is told to each of them.
    /// </summary>
    public static async Task<IReadOnlyList<Recipient>> OfAsync(
        string kind,
        Goal goal,
        IReadOnlyList<ConnectedChannel> channels,
        DirectoryReader directory,
        LocalDate today,
        CancellationToken ct
    ) =>
        kind == AssignedEdit.Published && goal.Subject.Person is null
            ? [.. channels.Where(channel => channel.Team == goal.Subject.Team).Select(channel => new Recipient.Channel(channel.Id))]
            : [.. (await PeopleAsync(goal.Subject, directory, today, ct)).Select(person => new Recipient.Person(person))];

    private static async Task<IEnumerable<PersonId>> PeopleAsync(
        SubjectId subject,
        DirectoryReader directory,
        LocalDate today,
        CancellationToken ct
    ) =>
        subject.Person is { } person
            ? [person]
            : (await directory.PeopleAsync(today, ct))
                .Where(known => known.Active && (subject.Team is not { } team || known.Team?.Id == team))
                .Select(known => known.Id);
}
