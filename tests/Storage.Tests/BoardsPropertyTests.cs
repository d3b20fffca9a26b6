using CsCheck;
using Gamification;
using Gamification.People;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Boards in memory against a plain recount from the database, while two hosts commit.</summary>
public abstract class BoardsPropertyTests(TestDatabase database) : StorageTest(database)
{
    private static readonly BoardQuery Week = new(BoardKey.Organisation, BoardScript.Week, BoardMeasure.Points);

    // Few people, names and scores, so that ties, equal names and zeros are common.
    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 11],
        Gen.Int[-2, 4],
        (kind, person, value) => new Step(kind, person, value)
    ).Array[40];

    private sealed record Step(int Kind, int Person, int Value)
    {
        public string Id => $"p{Person}";
    }

    [DatabaseFact]
    public async Task After_every_commit_of_either_host_both_show_what_a_recount_shows()
    {
        await using var other = Database.StartHost();
        ServiceProvider[] hosts = [Host, other];

        await Steps.SampleAsync(
            async steps =>
            {
                foreach (var (at, step) in steps.Index())
                {
                    await TakeAsync(new BoardScript(() => TestDatabase.Open(hosts[at % 2])), step);
                    var expected = await RecountAsync();
                    foreach (var host in hosts)
                        await CheckAsync(host.GetRequiredService<Boards>(), expected, new(step.Id));
                }
            },
            iter: 3,
            threads: 1
        );
    }

    [DatabaseFact]
    public async Task While_points_move_between_people_every_read_sees_whole_commits()
    {
        const int People = 10;
        for (var person = 0; person < People; person++)
            await Script(Host).PersonAsync($"p{person}", $"N{person}");
        await Script(Host).PointsAsync([.. Enumerable.Range(0, People).Select(person => ($"p{person}", 1_000L))]);
        await using var other = Database.StartHost();

        var writers = Task.WhenAll(MoveAsync(Host, 1), MoveAsync(other, 2));
        var readers = new[] { Host, Host, other }.Select(host => Task.Run(() => ReadAsync(host, writers)));

        Assert.All(await Task.WhenAll(readers), sums => Assert.All(sums, sum => Assert.Equal(1_000 * People, sum)));
        await writers;
    }

    private static async Task MoveAsync(ServiceProvider host, int seed)
    {
        var random = new Random(seed);
        for (var move = 0; move < 60; move++)
        {
            var from = random.Next(10);
            await Script(host).PointsAsync(($"p{from}", -7), ($"p{(from + 1 + random.Next(9)) % 10}", 7));
        }
    }

    private static async Task<List<long>> ReadAsync(ServiceProvider host, Task until)
    {
        var sums = new List<long>();
        while (!until.IsCompleted)
        {
            var rows = await host.GetRequiredService<Boards>().AllAsync(Week, default);
            sums.Add(rows.Sum(row => row.Score));
        }

        return sums;
    }

    private static BoardScript Script(ServiceProvider host) => new(() => TestDatabase.Open(host));

    private static Task TakeAsync(BoardScript script, Step step) =>
        step.Kind switch
        {
            0 => script.PersonAsync(step.Id, $"N{step.Value}"),
            1 => script.PersonAsync(step.Id, "Nobody", person => person.Ranked = step.Value > 0),
            2 => script.PersonAsync(step.Id, "Anna", person => person.Active = step.Value > 0),
            3 => script.PersonAsync(
                step.Id,
                "Berta",
                person => (person.Alias, person.Publicity) = ($"A{step.Value}", (Publicity)Math.Max(0, step.Value % 3))
            ),
            4 => script.PointsAsync((step.Id, step.Value), ($"p{(step.Person + 1) % 12}", -step.Value)),
            _ => script.PointsAsync((step.Id, step.Value)),
        };

    private async Task<List<BoardRow>> RecountAsync()
    {
        await using var db = Open();
        var people = await db.People.Where(person => person.Active && person.Ranked).ToListAsync();
        var tallies = await db.Tallies.Where(tally => tally.Period == BoardScript.Week && tally.Points != 0).ToListAsync();
        var seats = tallies.Join(people, tally => tally.Person, person => person.Id, (tally, person) => (tally, person)).ToList();
        return
        [
            .. seats
                .OrderByDescending(seat => seat.tally.Points)
                .ThenBy(
                    seat => seat.person.Publicity is Publicity.Alias ? seat.person.Alias : seat.person.Name,
                    StringComparer.OrdinalIgnoreCase
                )
                .ThenBy(seat => seat.person.Id.Value, StringComparer.Ordinal)
                .Select(seat => Row(1 + seats.Count(above => above.tally.Points > seat.tally.Points), seat.tally, seat.person)),
        ];
    }

    private static BoardRow Row(int rank, TallyRow tally, PersonRow person) =>
        new(rank, person.Id, person.Name, person.Alias, person.Publicity, tally.Points);

    private static async Task CheckAsync(Boards boards, List<BoardRow> expected, PersonId viewer)
    {
        var slice = await boards.SliceAsync(Week, viewer, top: 3, around: 2, default);
        var at = expected.FindIndex(row => row.Person == viewer);

        Assert.Equal(expected, await boards.AllAsync(Week, default));
        Assert.Equal(expected.Count, slice.Ranked);
        Assert.Equal(expected.Take(3), slice.Top);
        Assert.Equal(at < 0 ? null : expected[at], slice.Viewer);
        Assert.Equal(at < 0 ? [] : expected[Math.Max(0, at - 2)..Math.Min(expected.Count, at + 3)], slice.Around);
        Assert.Equal(at < 0 ? null : expected.LastOrDefault(row => row.Score > expected[at].Score)?.Score, slice.Above);
    }
}

public sealed class SqliteBoardsPropertyTests() : BoardsPropertyTests(new SqliteDatabase());

public sealed class PostgresBoardsPropertyTests() : BoardsPropertyTests(new PostgresDatabase()), IOnPostgres;
