using NodaTime;

namespace Gamification.Announcements;

/// <summary>
/// When a channel is left in peace, every day, by the clock on the wall of the organisation: from 20:00 to 08:00 is the night. A time
/// that a change of the clock skips is the first one after it.
/// </summary>
/// <param name="To">Before <paramref name="From"/>: of the next day. Equal: all day, which nobody may choose.</param>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    /// <summary>When they end, if they hold at an instant; else null.</summary>
    public Instant? EndAt(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        foreach (var day in new[] { today.PlusDays(-1), today })
        {
            var start = zone.AtLeniently(day.At(From)).ToInstant();
            var end = zone.AtLeniently((To <= From ? day.PlusDays(1) : day).At(To)).ToInstant();
            if (start <= now && now < end)
                return end;
        }

        return null;
    }
}
