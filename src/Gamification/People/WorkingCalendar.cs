using NodaTime;

namespace Gamification.People;

/// <summary>When a person works, from a day on: zone, days and hours, holidays and time off.</summary>
/// <param name="From">The first local day it holds; null for since ever.</param>
/// <param name="Start">Work starts, local time of the person's zone.</param>
/// <param name="End">Work ends; after <paramref name="Start"/>.</param>
public sealed record WorkingCalendar(
    LocalDate? From,
    DateTimeZone Zone,
    IReadOnlySet<IsoDayOfWeek> WorkDays,
    LocalTime Start,
    LocalTime End,
    IReadOnlySet<LocalDate> Holidays,
    IReadOnlySet<LocalDate> TimeOff
)
{
    /// <summary>By value: the sets of two records are never equal by themselves.</summary>
    public bool IsSameAs(WorkingCalendar other) =>
        (From, Zone, Start, End) == (other.From, other.Zone, other.Start, other.End)
        && WorkDays.SetEquals(other.WorkDays)
        && Holidays.SetEquals(other.Holidays)
        && TimeOff.SetEquals(other.TimeOff);

    /// <summary>Monday to Friday, 09:00 to 18:00, no holidays.</summary>
    public static WorkingCalendar Default(DateTimeZone zone) =>
        new(
            null,
            zone,
            new HashSet<IsoDayOfWeek>
            {
                IsoDayOfWeek.Monday,
                IsoDayOfWeek.Tuesday,
                IsoDayOfWeek.Wednesday,
                IsoDayOfWeek.Thursday,
                IsoDayOfWeek.Friday,
            },
            new LocalTime(9, 0),
            new LocalTime(18, 0),
            new HashSet<LocalDate>(),
            new HashSet<LocalDate>()
        );
}
