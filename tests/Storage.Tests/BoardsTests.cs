using Gamification;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

public abstract class BoardsTests(TestDatabase database) : StorageTest(database)
{
    private static readonly BoardQuery Week = new(BoardKey.Organisation, BoardScript.Week, BoardMeasure.Points);

    private Boards Boards => Host.GetRequiredService<Boards>();

    private BoardScript Script => new(Open);

    [DatabaseFact]
    public async Task Equal_scores_share_a_rank_and_stand_by_name_whatever_its_case_then_by_id()
    {
        await PeopleAsync(("p1", "Zoe", 50), ("p2", "bo", 70), ("p3", "Abe", 70), ("p5", "Bo", 70), ("p4", "Cid", 90), ("p6", "Eve", 10));

        Assert.Equal(["1 Cid", "2 Abe", "2 bo", "2 Bo", "5 Zoe", "6 Eve"], await LinesAsync(Boards));
    }

    [DatabaseFact]
    public async Task A_tie_is_ordered_by_the_alias_of_those_who_have_one_so_that_its_place_gives_no_name_away()
    {
        await PeopleAsync(("p1", "Abe", 20), ("p2", "Bo", 20), ("p3", "Cid", 20));
        await Script.PersonAsync("p1", "Abe", person => (person.Alias, person.Publicity) = ("Wolf", Publicity.Alias));
        await Script.PersonAsync("p2", "Bo", person => (person.Alias, person.Publicity) = ("Aardvark", Publicity.None));

        var rows = await Boards.AllAsync(Week, default);

        Assert.Equal(["p2", "p3", "p1"], rows.Select(row => row.Person.Value));
        Assert.Equal([Publicity.None, Publicity.Named, Publicity.Alias], rows.Select(row => row.Publicity));
        Assert.Equal("Wolf", rows[2].Alias);
    }

    [DatabaseFact]
    public async Task People_with_no_points_or_inactive_or_not_to_be_ranked_are_skipped_and_negative_scores_come_last()
    {
        await PeopleAsync(("p1", "Abe", 10), ("p2", "Bo", 40), ("p3", "Cid", 30), ("p4", "Dot", -20), ("p5", "Eve", 0));
        await Script.PersonAsync("p2", "Bo", person => person.Ranked = false);
        await Script.PersonAsync("p3", "Cid", person => person.Active = false);

        Assert.Equal(["1 Abe", "2 Dot"], await LinesAsync(Boards));
    }

    [DatabaseFact]
    public async Task The_viewer_sees_rank_gap_and_neighbours_wherever_they_stand()
    {
        await PeopleAsync([.. Enumerable.Range(1, 9).Select(n => ($"p{n}", $"N{n}", 100L - (10 * n)))]);

        var seventh = await Boards.SliceAsync(Week, new("p7"), top: 3, around: 1, default);
        Assert.Equal(["p1", "p2", "p3"], seventh.Top.Select(row => row.Person.Value));
        Assert.Equal((9, 7, 30, 40), (seventh.Ranked, seventh.Viewer!.Rank, seventh.Viewer.Score, seventh.Above));
        Assert.Equal([(6, "p6"), (7, "p7"), (8, "p8")], seventh.Around.Select(row => (row.Rank, row.Person.Value)));

        var first = await Boards.SliceAsync(Week, new("p1"), top: 3, around: 2, default);
        Assert.Null(first.Above);
        Assert.Equal(["p1", "p2", "p3"], first.Around.Select(row => row.Person.Value));

        var stranger = await Boards.SliceAsync(Week, new("p99"), top: 3, around: 2, default);
        Assert.Null(stranger.Viewer);
        Assert.Empty(stranger.Around);
    }

    [DatabaseFact]
    public async Task The_gap_goes_to_the_next_higher_score_and_not_to_the_neighbour_of_a_tie()
    {
        await PeopleAsync(("p1", "Abe", 90), ("p2", "Bo", 50), ("p3", "Cid", 50));

        var slice = await Boards.SliceAsync(Week, new("p3"), top: 3, around: 1, default);

        Assert.Equal((2, 90L), (slice.Viewer!.Rank, slice.Above));
    }

    [DatabaseFact]
    public async Task Own_writes_and_those_of_another_host_are_on_the_board_of_the_next_read()
    {
        await PeopleAsync(("p1", "Abe", 10), ("p2", "Bo", 20));
        await using var other = Database.StartHost();
        var otherBoards = other.GetRequiredService<Boards>();
        Assert.Equal(["1 Bo", "2 Abe"], await LinesAsync(Boards));
        Assert.Equal(["1 Bo", "2 Abe"], await LinesAsync(otherBoards));

        await Script.PointsAsync(("p1", 15));
        Assert.Equal(["1 Abe", "2 Bo"], await LinesAsync(Boards));
        Assert.Equal(["1 Abe", "2 Bo"], await LinesAsync(otherBoards));

        await new BoardScript(() => TestDatabase.Open(other)).PointsAsync(("p2", 5));
        Assert.Equal(["1 Abe", "1 Bo"], await LinesAsync(Boards));
        Assert.Equal(["1 Abe", "1 Bo"], await LinesAsync(otherBoards));
    }

    [DatabaseFact]
    public async Task A_changed_name_moves_inside_its_tie()
    {
        await PeopleAsync(("p1", "Abe", 10), ("p2", "Bo", 10));
        Assert.Equal(["1 Abe", "1 Bo"], await LinesAsync(Boards));

        await Script.PersonAsync("p1", "Zed");

        Assert.Equal(["1 Bo", "1 Zed"], await LinesAsync(Boards));
    }

    [DatabaseFact]
    public async Task A_board_that_slept_while_commits_were_forgotten_is_built_again()
    {
        await PeopleAsync(("p1", "Abe", 10), ("p2", "Bo", 20));
        Assert.Equal(["1 Bo", "2 Abe"], await LinesAsync(Boards));

        await Script.PointsAsync(("p1", 50));
        await Script.PointsAsync(("p2", 1));
        await using (var db = Open())
        {
            var newest = await db.Commits.MaxAsync(row => row.Number);
            await db.Commits.Where(row => row.Number < newest).ExecuteDeleteAsync();
        }

        Assert.Equal(["1 Abe", "2 Bo"], await LinesAsync(Boards));
    }

    [DatabaseFact]
    public async Task A_board_ranks_by_points_revenue_deals_or_quotes()
    {
        await PeopleAsync(("p1", "Abe", 1), ("p2", "Bo", 2));
        await Script.TallyAsync("p1", BoardScript.Week, tally => (tally.Revenue, tally.Deals, tally.Quotes) = (3_000_000_000_000, 7, 4));
        await Script.TallyAsync("p2", BoardScript.Week, tally => (tally.Revenue, tally.Deals, tally.Quotes) = (5, 8, 3));

        Assert.Equal([("p2", 2L), ("p1", 1L)], await ScoresAsync(BoardMeasure.Points));
        Assert.Equal([("p1", 3_000_000_000_000L), ("p2", 5L)], await ScoresAsync(BoardMeasure.Revenue));
        Assert.Equal([("p2", 8L), ("p1", 7L)], await ScoresAsync(BoardMeasure.Deals));
        Assert.Equal([("p1", 4L), ("p2", 3L)], await ScoresAsync(BoardMeasure.Quotes));
    }

    [DatabaseFact]
    public async Task A_sum_over_days_takes_in_the_first_day_and_not_the_end()
    {
        await PeopleAsync(("p1", "Abe", 1_000));
        foreach (var (day, points) in new[] { (29, 1), (30, 2), (31, 4) })
            await Script.TallyAsync("p1", Period.Of(PeriodKind.Day, new(2026, 10, day)).Key, tally => tally.Points = points);
        await Script.TallyAsync("p1", new("2026-11"), tally => tally.Points = 500);
        await Script.TallyAsync("p1", new("2026-11-01"), tally => tally.Points = 8);
        await Script.TallyAsync("p1", new("2026-11-02"), tally => tally.Points = 16);

        var sum = await Boards.SumAsync(
            BoardKey.Organisation,
            new("p1"),
            new(2026, 10, 30),
            new(2026, 11, 2),
            BoardMeasure.Points,
            default
        );

        Assert.Equal(2 + 4 + 8, sum);
        Assert.Equal(
            0,
            await Boards.SumAsync(BoardKey.Organisation, new("p1"), new(2026, 10, 30), new(2026, 10, 30), BoardMeasure.Points, default)
        );
    }

    private async Task PeopleAsync(params (string Id, string Name, long Points)[] people)
    {
        foreach (var (id, name, _) in people)
            await Script.PersonAsync(id, name);
        await Script.PointsAsync([.. people.Select(person => (person.Id, person.Points))]);
    }

    private static async Task<IEnumerable<string>> LinesAsync(Boards boards) =>
        (await boards.AllAsync(Week, default)).Select(row => $"{row.Rank} {row.Name}");

    private async Task<IEnumerable<(string, long)>> ScoresAsync(BoardMeasure by) =>
        (await Boards.AllAsync(Week with { By = by }, default)).Select(row => (row.Person.Value, row.Score));
}

public sealed class SqliteBoardsTests() : BoardsTests(new SqliteDatabase());

public sealed class PostgresBoardsTests() : BoardsTests(new PostgresDatabase()), IOnPostgres;
