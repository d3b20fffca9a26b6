using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class PeopleTests(TestDatabase database) : StorageTest(database)
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [DatabaseFact]
    public async Task Somebody_elses_email_is_refused_whatever_its_case()
    {
        await Company.FoundAsync(Store);
        Assert.Equal("/email", (await PutAsync(Company.Person("eve") with { Email = "ANN@example.com" }))?.Field);
    }

    [DatabaseFact]
    public async Task Somebody_elses_identity_is_refused_by_its_place()
    {
        await Company.FoundAsync(Store);
        await PutAsync(Company.Person("ann") with { Identities = [new("slack", "U1")] });

        var refusal = await PutAsync(Company.Person("eve") with { Identities = [new("crm", "7"), new("slack", "u1")] });

        Assert.Equal("/identities/1", refusal?.Field);
        Assert.Equal("/person", (await LinkAsync("slack", "U1", "bob"))?.Field);
        Assert.Null(await LinkAsync("slack", "U1", "ann"));
    }

    [DatabaseFact]
    public async Task An_unknown_team_and_two_teams_at_a_time_are_refused()
    {
        await Company.FoundAsync(Store);
        var december = new LocalDate(2026, 12, 1);
        Membership north = new(new("north"), null, december.PlusDays(1));
        Membership south = new(new("south"), december, null);

        Assert.Equal("/team", (await PutAsync(Company.Person("eve", "west")))?.Field);
        Assert.Equal("/memberships/1/from", (await PutAsync(Company.Person("eve") with { Memberships = [north, south] }))?.Field);
        Assert.Null(await PutAsync(Company.Person("eve") with { Memberships = [north with { To = december }, south] }));
    }

    [DatabaseFact]
    public async Task A_changed_calendar_holds_from_its_day_and_the_default_before()
    {
        await Company.FoundAsync(Store);
        var calendar = WorkingCalendar.Default(NewYork) with
        {
            From = new LocalDate(2026, 12, 1),
            WorkDays = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday },
            Start = new LocalTime(7, 30),
            TimeOff = new HashSet<LocalDate> { new(2026, 12, 24) },
        };
        await PutAsync(Company.Person("ann") with { Calendar = calendar });

        var calendars = (await LoadAsync("ann")).Calendars;

        Assert.Equal([null, calendar.From], calendars.Select(held => held.From));
        Assert.Equal([TestDatabase.Paris.Zone, NewYork], calendars.Select(held => held.Zone));
        Assert.Equal(calendar.WorkDays, calendars[1].WorkDays);
        Assert.Equal((new LocalTime(7, 30), new LocalTime(18, 0)), (calendars[1].Start, calendars[1].End));
        Assert.Equal([new LocalDate(2026, 12, 24)], calendars[1].TimeOff);
    }

    [DatabaseFact]
    public async Task A_change_made_by_one_host_holds_for_the_next_activity_of_another()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await using var other = Database.StartHost();
        await using (var write = await other.GetRequiredService<PlayStore>().BeginAsync(Company.Now, CancellationToken.None))
        {
            await write.PutPersonAsync(Company.Person("ann", "south"), CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
        }

        await Store.RecordAsync(Company.Quote("q2", "ann"));

        await using var db = Open();
        Assert.Equal(
            ["north", "south"],
            await db
                .Entries.OrderBy(entry => entry.ExternalId)
                .Where(entry => entry.Quotes > 0)
                .Select(entry => entry.Team!.Value.Value)
                .ToListAsync()
        );
        Assert.Equal("ann", Assert.Single(Packed.Parse((await db.Commits.SingleAsync(commit => commit.Number == 3)).People)));
    }

    [DatabaseFact]
    public async Task People_are_in_ordinal_order_on_every_database()
    {
        string[] ids = ["b", "B", "_", "ä", "a1", "A", "a", "é", "10", "9", "zz", "Z"];
        await Company.FoundAsync(Store);
        foreach (var id in ids)
            await PutAsync(Company.Person(id) with { Email = "" });

        await using var db = Open();
        var ordered = await db
            .People.Where(person => person.EmailKey == null)
            .OrderBy(person => person.Id)
            .Select(person => person.Id)
            .ToListAsync();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ordered.Select(id => id.Value));
    }

    private async Task<PutRefusal?> PutAsync(PersonRecord person)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var refusal = await write.PutPersonAsync(person, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return refusal;
    }

    private async Task<PutRefusal?> LinkAsync(string source, string externalId, string person)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        return await write.LinkAsync(source, externalId, new(person), CancellationToken.None);
    }

    private async Task<Person> LoadAsync(string person)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        return (await write.LoadAsync([Company.Quote("q", person)], CancellationToken.None)).People[new(person)];
    }
}

public sealed class SqlitePeopleTests() : PeopleTests(new SqliteDatabase());

public sealed class PostgresPeopleTests() : PeopleTests(new PostgresDatabase()), IOnPostgres;
