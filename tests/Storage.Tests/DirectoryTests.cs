using Gamification;
using Gamification.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class DirectoryTests(TestDatabase database) : StorageTest(database)
{
    private static readonly LocalDate Before = new(2026, 11, 17);
    private static readonly LocalDate Change = new(2026, 11, 18);

    private DirectoryReader People => Host.GetRequiredService<DirectoryReader>();

    [DatabaseFact]
    public async Task A_person_is_found_by_id_by_email_and_by_identity_without_regard_to_case()
    {
        await FillAsync();

        Assert.Equal("Ann", (await People.FindAsync(new("p1"), Before, default))?.Name);
        Assert.Equal("Ann", (await People.FindByEmailAsync("ANN@example.COM", Before, default))?.Name);
        Assert.Equal("Ann", (await People.FindByIdentityAsync("slack", "u01abc", Before, default))?.Name);
        Assert.Null(await People.FindByIdentityAsync("teams", "U01ABC", Before, default));
        Assert.Null(await People.FindByEmailAsync("", Before, default));
        Assert.Null(await People.FindAsync(new("p9"), Before, default));
    }

    [DatabaseFact]
    public async Task The_team_is_that_of_the_day_and_a_change_holds_from_its_first_day()
    {
        await FillAsync();

        Assert.Equal(new(new("emea"), "EMEA", BoardMode.Full), (await People.FindAsync(new("p1"), Before, default))!.Team);
        Assert.Equal(new(new("apac"), "APAC", BoardMode.TopThree), (await People.FindAsync(new("p1"), Change, default))!.Team);
        Assert.Null((await People.FindAsync(new("p2"), Change, default))!.Team);
    }

    [DatabaseFact]
    public async Task A_manager_sees_the_teams_that_name_them()
    {
        await FillAsync();

        var people = await People.PeopleAsync(Change, default);

        Assert.Equal(["Ann", "Bo"], people.Select(person => person.Name));
        Assert.Empty(people[0].Manages);
        Assert.Equal([new TeamId("apac"), new TeamId("emea")], people[1].Manages);
        Assert.Equal((Role.Manager, false), (people[1].Role, people[1].Ranked));
    }

    [DatabaseFact]
    public async Task Teams_are_listed_by_name_and_found_by_id()
    {
        await FillAsync();

        Assert.Equal(["APAC", "EMEA"], (await People.TeamsAsync(default)).Select(team => team.Name));
        Assert.Equal(BoardMode.Full, (await People.FindTeamAsync(new("emea"), default))?.BoardMode);
        Assert.Null(await People.FindTeamAsync(new("latam"), default));
    }

    [DatabaseFact]
    public async Task The_chat_identity_of_a_person_is_given_as_the_platform_spells_it()
    {
        await FillAsync();

        Assert.Equal("U01ABC", await People.IdentityOfAsync(new("p1"), "slack", default));
        Assert.Null(await People.IdentityOfAsync(new("p2"), "slack", default));
    }

    [DatabaseFact]
    public async Task The_full_record_is_what_the_admin_gave()
    {
        await FillAsync();

        var ann = (await People.RecordAsync(new("p1"), default))!;
        Assert.Equal([new(new("emea"), null, Change), new(new("apac"), Change, null)], ann.Memberships);
        Assert.Equal([new("crm", "77"), new Identity("slack", "U01ABC")], ann.Identities);
        Assert.Equal("Pacific/Auckland", ann.Calendar!.Zone.Id);
        Assert.Equal([IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday], ann.Calendar.WorkDays.OrderBy(day => (int)day % 7));
        Assert.Equal((new LocalTime(8, 30), new LocalTime(17, 0)), (ann.Calendar.Start, ann.Calendar.End));
        Assert.Equal([new LocalDate(2026, 12, 25)], ann.Calendar.Holidays);
        Assert.Equal([new LocalDate(2026, 12, 28)], ann.Calendar.TimeOff);

        Assert.Null((await People.RecordAsync(new("p2"), default))!.Calendar);
        Assert.Null(await People.RecordAsync(new("p9"), default));
    }

    private async Task FillAsync()
    {
        await using var db = Open();
        db.AddRange(
            new TeamRow
            {
                Id = new("emea"),
                Name = "EMEA",
                BoardMode = BoardMode.Full,
            },
            new TeamRow
            {
                Id = new("apac"),
                Name = "APAC",
                BoardMode = BoardMode.TopThree,
            },
            Person("p1", "Ann", Role.Rep),
            Person("p2", "Bo", Role.Manager),
            new TeamManagerRow { Team = new("emea"), Person = new("p2") },
            new TeamManagerRow { Team = new("apac"), Person = new("p2") },
            new MembershipRow
            {
                Person = new("p1"),
                Place = 0,
                Team = new("emea"),
                To = Change,
            },
            new MembershipRow
            {
                Person = new("p1"),
                Place = 1,
                Team = new("apac"),
                From = Change,
            },
            new IdentityRow
            {
                Source = "slack",
                Key = "u01abc",
                ExternalId = "U01ABC",
                Person = new("p1"),
            },
            new IdentityRow
            {
                Source = "crm",
                Key = "77",
                ExternalId = "77",
                Person = new("p1"),
            },
            Calendar(place: 0, "Europe/Paris"),
            Calendar(place: 1, "Pacific/Auckland"),
            new DayOffRow
            {
                Person = new("p1"),
                Date = new(2026, 12, 25),
                Kind = DayOffRow.Holiday,
            },
            new DayOffRow
            {
                Person = new("p1"),
                Date = new(2026, 12, 28),
                Kind = DayOffRow.TimeOff,
            }
        );
        await db.SaveChangesAsync();
    }

    private static PersonRow Person(string id, string name, Role role) =>
        new()
        {
            Id = new(id),
            Name = name,
            Email = $"{name}@Example.com",
            EmailKey = $"{name}@example.com".ToLowerInvariant(),
            Role = role,
            Active = true,
            Ranked = role is Role.Rep,
            Publicity = Publicity.Named,
        };

    private static CalendarRow Calendar(int place, string zone) =>
        new()
        {
            Person = new("p1"),
            Place = place,
            From = place == 0 ? null : Change,
            Zone = zone,
            WorkDays = "17",
            Start = (8 * 3_600) + 1_800,
            End = 17 * 3_600,
        };
}

public sealed class SqliteDirectoryTests() : DirectoryTests(new SqliteDatabase());

public sealed class PostgresDirectoryTests() : DirectoryTests(new PostgresDatabase()), IOnPostgres;
