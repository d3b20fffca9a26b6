using Gamification.People;
using NodaTime;

namespace Gamification.Announcements;

/// <summary>When a person is told something they did not ask for: in their working hours.</summary>
public static class NoticeTime
{
    /// <summary>Somebody who is away for longer is told at once: waiting would be losing it.</summary>
    private const int MostDays = 100;

    /// <summary>Now if the person is at work, else when they next start: Friday 18:00 is Monday 09:00.</summary>
    public static Instant Of(Person person, Instant now)
    {
        if (person.IsAtWork(now))
            return now;

        var day = person.DayOf(now);
        for (var ahead = 0; ahead <= MostDays; ahead++)
        {
            var date = day.PlusDays(ahead);
            var calendar = person.CalendarAt(Instant.Max(now, person.CalendarAt(now).Zone.AtStartOfDay(date).ToInstant()));
            var start = calendar.Zone.AtLeniently(date.At(calendar.Start)).ToInstant();
            if (start > now && person.IsAtWork(start))
                return start;
        }

        return now;
    }
}
