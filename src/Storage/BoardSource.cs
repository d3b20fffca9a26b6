using Gamification;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>Reads boards from the tallies: whole, or what changed since a commit.</summary>
internal sealed class BoardSource(IDbContextFactory<GameContext> contexts)
{
    /// <summary>So many are read even for a board of nobody, which would otherwise be built again at every commit.</summary>
    private const int FewCommits = 32;

    public async Task<BoardMemory> BuildAsync(BoardQuery query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var commit = await LastCommitAsync(db, ct);
        var seats = await Seats(db, Scores(db, query)).ToListAsync(ct);
        return new(commit, seats);
    }

    /// <summary>
    /// Null when the board is to be built again: commits since then are gone already, or there are more of them than people on the board,
    /// which is then the shorter read.
    /// </summary>
    public async Task<BoardChanges?> SinceAsync(BoardQuery query, long last, int people, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        if (await LastCommitAsync(db, ct) - last > Math.Max(people, FewCommits))
            return null;

        var commits = await db.Commits.AsNoTracking().Where(row => row.Number > last).OrderBy(row => row.Number).ToListAsync(ct);
        if (commits.Count == 0)
            return new(last, [], []);

        if (commits[0].Number != last + 1)
            return null;

        var changed = commits.SelectMany(row => Packed.Parse(row.People)).Select(id => new PersonId(id)).ToHashSet();
        var seats = await SeatsOfAsync(db, query, changed, ct);
        return new(commits[^1].Number, changed, seats);
    }

    public async Task<long> SumAsync(BoardKey board, PersonId person, LocalDate first, LocalDate end, BoardMeasure by, CancellationToken ct)
    {
        var days = Enumerable.Range(0, NodaTime.Period.DaysBetween(first, end)).Select(after => Day(first.PlusDays(after))).ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tallies = db.Tallies.Where(row => row.Board == board && row.Person == person && days.Contains(row.Period));
        return await Scores(tallies, by).SumAsync(score => score.Value, ct);
    }

    private static PeriodKey Day(LocalDate day) => Gamification.Time.Period.Of(PeriodKind.Day, day).Key;

    private static async Task<long> LastCommitAsync(GameContext db, CancellationToken ct) =>
        await db.Commits.MaxAsync(row => (long?)row.Number, ct) ?? 0;

    private static async Task<List<Seat>> SeatsOfAsync(GameContext db, BoardQuery query, IEnumerable<PersonId> people, CancellationToken ct)
    {
        var seats = new List<Seat>();
        foreach (var some in people.Chunk(500))
            seats.AddRange(await Seats(db, Scores(db, query).Where(score => some.Contains(score.Person))).ToListAsync(ct));
        return seats;
    }

    private static IQueryable<Score> Scores(GameContext db, BoardQuery query) =>
        Scores(db.Tallies.Where(row => row.Board == query.Board && row.Period == query.Period), query.By);

    private static IQueryable<Score> Scores(IQueryable<TallyRow> tallies, BoardMeasure by) =>
        by switch
        {
            BoardMeasure.Points => tallies.Select(row => new Score { Person = row.Person, Value = row.Points }),
            BoardMeasure.Revenue => tallies.Select(row => new Score { Person = row.Person, Value = row.Revenue }),
            BoardMeasure.Deals => tallies.Select(row => new Score { Person = row.Person, Value = row.Deals }),
            BoardMeasure.Quotes => tallies.Select(row => new Score { Person = row.Person, Value = row.Quotes }),
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No board ranks by this."),
        };

    /// <summary>Who has no score, is inactive or is not to be ranked has no seat.</summary>
    private static IQueryable<Seat> Seats(GameContext db, IQueryable<Score> scores) =>
        scores
            .Where(score => score.Value != 0)
            .Join(
                db.People.Where(person => person.Active && person.Ranked),
                score => score.Person,
                person => person.Id,
                (score, person) => new Seat(person.Id, new Face(person.Name, person.Alias, person.Publicity), score.Value)
            );

    private sealed class Score
    {
        public required PersonId Person { get; init; }
        public required long Value { get; init; }
    }
}
