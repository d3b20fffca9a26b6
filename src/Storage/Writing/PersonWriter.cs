using Gamification;
using Gamification.Announcements;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes people with what belongs to them. What belongs to somebody else is refused, never moved.</summary>
internal sealed class PersonWriter(WriteScope scope)
{
    public async Task<PutRefusal?> PutAsync(PersonRecord person, CancellationToken ct)
    {
        var refusal = await new PersonCheck(scope.Db).RefusalAsync(person, ct);
        if (refusal is not null)
            return refusal;

        await PutRowAsync(person, ct);
        await ReplaceMembershipsAsync(person, ct);
        await ReplaceIdentitiesAsync(person, ct);
        await ReplaceCalendarAsync(person, ct);
        await scope.SaveAsync(ct);
        scope.Changed.Add(person.Id);
        scope.ChangeSetup();
        return null;
    }

    public async Task<PutRefusal?> LinkAsync(Identity identity, PersonId person, CancellationToken ct)
    {
        if (await scope.Db.People.FindAsync([person], ct) is null)
            return new PutRefusal.NoPerson(person);
        if (await new PersonCheck(scope.Db).OwnerAsync(identity, ct) is not { } owner)
            scope.Db.Identities.Add(IdentityRow.Of(identity, person));
        else if (owner != person)
            return new PutRefusal.Linked(identity, owner);

        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return null;
    }

    /// <returns>Whose it was; null when it was nobody's.</returns>
    public async Task<PersonId?> UnlinkAsync(Identity identity, CancellationToken ct)
    {
        var key = identity.ExternalId.ToLowerInvariant();
        if (await scope.Db.Identities.SingleOrDefaultAsync(row => row.Source == identity.Source && row.Key == key, ct) is not { } row)
            return null;

        scope.Db.Identities.Remove(row);
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return row.Person;
    }

    /// <summary>Whether the person hears that a badge is near, or a goal half way.</summary>
    public async Task HintsAsync(PersonId person, bool on, CancellationToken ct)
    {
        await scope.Db.People.Where(row => row.Id == person).ExecuteUpdateAsync(row => row.SetProperty(one => one.Hints, on), ct);
        scope.ChangeSetup();
    }

    public async Task PreferAsync(PersonId person, NoticeKinds muted, string? language, CancellationToken ct)
    {
        await scope
            .Db.People.Where(row => row.Id == person)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Muted, muted).SetProperty(one => one.Language, language), ct);
        scope.ChangeSetup();
    }

    private async Task PutRowAsync(PersonRecord person, CancellationToken ct)
    {
        var row = await scope.Db.People.FindAsync([person.Id], ct);
        await NoteActivityAsync(person, row, ct);
        if (row is null)
            scope.Db.People.Add(PersonRow.Of(person));
        else
            row.Take(person);
    }

    /// <summary>Since when somebody is inactive, or active again; who comes as inactive never was active.</summary>
    private async Task NoteActivityAsync(PersonRecord person, PersonRow? before, CancellationToken ct)
    {
        if (person.Active == (before?.Active ?? true))
            return;

        var spans = await scope.Db.Inactivities.Where(span => span.Person == person.Id).ToListAsync(ct);
        if (!person.Active)
            scope.Db.Inactivities.Add(
                new()
                {
                    Person = person.Id,
                    Number = spans.Count + 1,
                    Since = before is null ? null : scope.Now,
                }
            );
        else if (spans.MaxBy(span => span.Number) is { Until: null } open)
            open.Until = scope.Now;
    }

    private async Task ReplaceMembershipsAsync(PersonRecord person, CancellationToken ct)
    {
        await scope.Db.Memberships.Where(row => row.Person == person.Id).ExecuteDeleteAsync(ct);
        scope.Db.Memberships.AddRange(person.Memberships.Select((membership, place) => MembershipRow.Of(person.Id, place, membership)));
    }

    private async Task ReplaceIdentitiesAsync(PersonRecord person, CancellationToken ct)
    {
        await scope.Db.Identities.Where(row => row.Person == person.Id).ExecuteDeleteAsync(ct);
        scope.Db.Identities.AddRange(
            person.Identities.Select(identity => IdentityRow.Of(identity, person.Id)).DistinctBy(row => (row.Source, row.Key))
        );
    }

    /// <summary>A calendar holds from its first day on; what held before stays. One without a first day, or none, replaces them all.</summary>
    private async Task ReplaceCalendarAsync(PersonRecord person, CancellationToken ct)
    {
        var rows = await scope.Db.Calendars.AsNoTracking().Where(row => row.Person == person.Id).ToListAsync(ct);
        await scope.Db.Calendars.Where(row => row.Person == person.Id).ExecuteDeleteAsync(ct);
        await scope.Db.DaysOff.Where(row => row.Person == person.Id).ExecuteDeleteAsync(ct);
        if (person.Calendar is not { } calendar)
            return;

        var kept = calendar.From is null
            ? []
            : StoredCalendar
                .Read(rows, [], scope.Organisation.Zone)
                .TakeWhile(earlier => earlier.From is null || earlier.From < calendar.From);
        scope.Db.Calendars.AddRange(kept.Append(calendar).Select((held, place) => StoredCalendar.Row(person.Id, place, held)));
        scope.Db.DaysOff.AddRange(StoredCalendar.DaysOff(person.Id, calendar));
    }
}
