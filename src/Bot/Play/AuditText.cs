using System.Text.Json;
using Bot.Cards;
using Bot.Rules;
using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Exchange;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Play;

/// <summary>What an audit row keeps of a record: JSON an admin can read, dates as they are entered.</summary>
internal static class AuditText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Of(BadgeSetting setting) =>
        Json(
            new
            {
                setting.Threshold,
                enabled = !setting.IsDisabled,
                firstSale = setting.FirstSale?.ToString(),
                from = setting.From is { } from ? LocalDatePattern.Iso.Format(from) : null,
                setting.Custom?.Name,
                setting.Custom?.Description,
                category = setting.Custom?.Category.ToString(),
                setting.Custom?.Art,
                measure = setting.Custom?.Measure.ToString(),
                setting.Custom?.LoggedKind,
                per = setting.Custom?.Per?.ToString(),
            }
        );

    public static string Of(ChannelView channel) =>
        Json(
            new
            {
                team = channel.Team?.Value,
                off = channel.Settings.Off.ToString().ToLowerInvariant(),
                channel.Settings.Budget,
                quiet = channel.Settings.Quiet is { } quiet ? ChannelWords.Text(quiet) : null,
                boards = ChannelWords.Texts(channel.Settings.Boards),
                channel.Settings.Language,
                paused = channel.PausedBecause,
            }
        );

    public static string OfPreferences(NoticeKinds muted, string? language) =>
        Json(new { muted = muted.ToString().ToLowerInvariant(), language });

    public static string Of(Identity identity) => Json(new { identity.Source, identity.ExternalId });

    public static string Of(PeriodClose close) => Json(new { state = close.State.ToString(), close.Version });

    /// <summary>The row of a period that is closed for the first time.</summary>
    public static AuditRecord Closed(Period period, string by, Instant now) =>
        new(
            now,
            by,
            "period.closed",
            period.Key.Value,
            Before: null,
            Of(new PeriodClose(period.Key, period.Kind, CloseState.Closed, Version: 1)),
            Reason: null
        );

    /// <summary>Whom a channel hears of: a team, or the organisation.</summary>
    public static string OfTeam(TeamId? team) => team?.Value ?? "organisation";

    /// <summary>What is decided about a fact, in a word, and why.</summary>
    public static string Of(FactState state, string? reason) => Json(new { state = state.ToString(), reason });

    /// <summary>The numbers by the names they are set by.</summary>
    public static string Of(PointVersion version) =>
        Json(
            new
            {
                version.Version,
                from = Text(version.From),
                points = PointSettings.All.ToDictionary(setting => setting.Name, setting => setting.Of(version.Rules)),
            }
        );

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

    /// <summary>What the rates were: <c>{"CHF 2026-11-18":"1.05"}</c>, null where there was none.</summary>
    public static string Before(IEnumerable<(DatedRate Now, Rate? Before)> rates) =>
        Json(rates.ToDictionary(rate => NameOf(rate.Now), rate => rate.Before?.ToString()));

    public static string After(IEnumerable<(DatedRate Now, Rate? Before)> rates) =>
        Json(rates.ToDictionary(rate => NameOf(rate.Now), rate => rate.Now.Rate.ToString()));

    private static string NameOf(DatedRate rate) => $"{rate.Currency} {Text(rate.Date)}";

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
            from = Text(calendar.From),
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
