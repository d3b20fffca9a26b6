using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Announcements;

/// <summary>
/// Boards as they stand at the time a channel has chosen: of a day, or of a week or month that still runs. One whose time was missed
/// is not made up for: the next one tells more.
/// </summary>
internal static class StandingBoards
{
    private const string Edition = "standing";
    private static readonly LocalTime Noon = LocalTime.Noon;

    public static IEnumerable<Announcement> Due(Instant now, DateTimeZone zone, ConnectedChannel channel)
    {
        var times = channel.Settings.Boards;
        var today = now.InZone(zone).Date;
        if (times.Daily is { } at && today.DayOfWeek <= IsoDayOfWeek.Friday && IsPast(today + at, now, zone))
            yield return Of(PeriodKind.Day, at < Noon ? WorkingDayBefore(today) : today, channel);

        if (
            times.Weekly is { IsRunning: true } weekly
            && IsPast(MondayOf(today).PlusDays(weekly.Day - IsoDayOfWeek.Monday) + weekly.At, now, zone)
        )
            yield return Of(PeriodKind.Week, today, channel);

        if (
            times.Monthly is { IsRunning: true } monthly
            && IsPast(new LocalDate(today.Year, today.Month, monthly.Day) + monthly.At, now, zone)
        )
            yield return Of(PeriodKind.Month, today, channel);
    }

    private static bool IsPast(LocalDateTime at, Instant now, DateTimeZone zone) => zone.AtLeniently(at).ToInstant() <= now;

    private static LocalDate MondayOf(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static LocalDate WorkingDayBefore(LocalDate day) => day.PlusDays(day.DayOfWeek is IsoDayOfWeek.Monday ? -3 : -1);

    private static Announcement Of(PeriodKind kind, LocalDate day, ConnectedChannel channel) =>
        BoardSchedule.Of(BoardSchedule.Standing, Edition, Period.Of(kind, day).Key, channel);
}
