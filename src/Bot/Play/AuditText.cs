using System.Text.Json;
using Gamification.People;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Play;

/// <summary>What an audit row keeps of a record: JSON an admin can read, dates as they are entered.</summary>
internal static class AuditText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Of(TeamView team) =>
        Json(
            new
            {
                team.Name,
                boardMode = team.BoardMode.ToString(),
                team.ShareBadgeProgress,
            }
        );

    public static string Of(Identity identity) => Json(new { identity.Source, identity.ExternalId });

    public static string Of(TeamRecord team) =>
        Json(
            new
            {
                team.Name,
                managers = team.Managers.Select(manager => manager.Value),
                channels = team.Channels.Select(channel => $"{channel.Platform}:{channel.Conversation}"),
                boardMode = team.BoardMode.ToString(),
                team.ShareBadgeProgress,
                mentions = team.Mentions.Select(pair => $"{pair.Key.Platform}:{pair.Key.Conversation}: {pair.Value}"),
            }
        );

    public static string Of(PersonRecord person) =>
        Json(
            new
            {
                person.Name,
                person.Email,
                role = person.Role.ToString(),
                person.Active,
                person.Ranked,
                person.Alias,
                publicity = person.Publicity.ToString(),
                memberships = person.Memberships.Select(Of),
                identities = person.Identities.Select(identity => $"{identity.Source}:{identity.ExternalId}"),
                calendar = person.Calendar is { } calendar ? Of(calendar) : null,
            }
        );

    private static object Of(Membership membership) =>
        new
        {
            team = membership.Team.Value,
            from = Text(membership.From),
            to = Text(membership.To),
        };

    private static object Of(WorkingCalendar calendar) =>
        new
        {
            timeZone = calendar.Zone.Id,
            workDays = calendar.WorkDays.Order().Select(day => day.ToString()),
            start = LocalTimePattern.ExtendedIso.Format(calendar.Start),
            end = LocalTimePattern.ExtendedIso.Format(calendar.End),
            holidays = calendar.Holidays.Order().Select(day => Text(day)),
            timeOff = calendar.TimeOff.Order().Select(day => Text(day)),
        };

    private static string? Text(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static string Json(object value) => JsonSerializer.Serialize(value, Options);
}
