using System.Globalization;
using Bot.Settings;
using Gamification;
using NodaTime;
using NodaTime.Text;

namespace Bot.Web;

/// <summary>Moments as the page writes them: the organisation's zone, the reader's language.</summary>
internal sealed class PageClock(TimeProvider clock, Organisation organisation)
{
    public string Zone => organisation.Zone.Id;

    public Instant Instant => clock.Now();

    public LocalDate Today => organisation.DayOf(Instant);

    public string Now(CultureInfo locale) => Tell(Instant, locale);

    /// <summary>"Mon 16 Nov, 09:00"</summary>
    public string Tell(Instant at, CultureInfo locale) =>
        LocalDateTimePattern.Create("ddd d MMM, HH:mm", locale).Format(at.InZone(organisation.Zone).LocalDateTime);

    /// <summary>For machines: <c>2026-11-16T08:00:00Z</c>.</summary>
    public static string Stamp(Instant at) => InstantPattern.General.Format(at);

    public string Stamp() => Stamp(Instant);
}
