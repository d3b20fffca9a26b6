using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>A person's rows, put together as the admin gave them.</summary>
internal static class PersonRecords
{
    public static async Task<PersonRecord> CompleteAsync(GameContext db, PersonRow person, CancellationToken ct) =>
        new(
            person.Id,
            person.Name,
            person.Email,
            person.Role,
            person.Active,
            person.Ranked,
            person.Alias,
            person.Publicity,
            await MembershipsAsync(db, person.Id, ct),
            await IdentitiesAsync(db, person.Id, ct),
            await CalendarAsync(db, person.Id, ct)
        );

    private static Task<List<Membership>> MembershipsAsync(GameContext db, PersonId person, CancellationToken ct) =>
        db
            .Memberships.Where(row => row.Person == person)
            .OrderBy(row => row.Place)
            .Select(row => new Membership(row.Team, row.From, row.To))
            .ToListAsync(ct);

    private static Task<List<Identity>> IdentitiesAsync(GameContext db, PersonId person, CancellationToken ct) =>
        db
            .Identities.Where(row => row.Person == person)
            .OrderBy(row => row.Source)
            .ThenBy(row => row.Key)
            .Select(row => new Identity(row.Source, row.ExternalId))
            .ToListAsync(ct);

    /// <summary>The calendar that holds now, which is the last one: a change holds from the day it is made.</summary>
    private static async Task<WorkingCalendar?> CalendarAsync(GameContext db, PersonId person, CancellationToken ct)
    {
        var calendar = await db
            .Calendars.AsNoTracking()
            .Where(row => row.Person == person)
            .OrderByDescending(row => row.Place)
            .FirstOrDefaultAsync(ct);
        if (calendar is null)
            return null;

        var daysOff = await db.DaysOff.AsNoTracking().Where(row => row.Person == person).ToListAsync(ct);
        return new(
            calendar.From,
            DateTimeZoneProviders.Tzdb[calendar.Zone],
            calendar.WorkDays.Select(digit => (IsoDayOfWeek)(digit - '0')).ToHashSet(),
            LocalTime.FromSecondsSinceMidnight(calendar.Start),
            LocalTime.FromSecondsSinceMidnight(calendar.End),
            Dates(daysOff, DayOffRow.Holiday),
            Dates(daysOff, DayOffRow.TimeOff)
        );
    }

    private static HashSet<LocalDate> Dates(IEnumerable<DayOffRow> daysOff, string kind) =>
        [.. daysOff.Where(row => row.Kind == kind).Select(row => row.Date)];
}
