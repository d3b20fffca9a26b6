using System.Globalization;
using CsCheck;
using Gamification.Leaderboards;

namespace Gamification.Tests;

public sealed class LeaderboardTests
{
    [Fact]
    public void Equal_scores_share_rank_and_medal_and_the_next_rank_is_skipped()
    {
        var ranked = Leaderboard.Rank([Of("d", "Dan", 5), Of("a", "Ann", 20), Of("c", "cyd", 10), Of("b", "Bob", 10)]);

        Assert.Equal(
            [("a", 1, 1), ("b", 2, 2), ("c", 2, 2), ("d", 4, null)],
            ranked.Select(row => (row.Standing.Person.Value, row.Rank, row.Medal))
        );
    }

    [Fact]
    public void Without_a_positive_score_there_is_no_medal() =>
        Assert.Equal(
            [1, null, null],
            Leaderboard.Rank([Of("a", "Ann", 1), Of("b", "Bob", 0), Of("c", "Cyd", -10)]).Select(row => row.Medal)
        );

    [Fact]
    public void Inside_a_tie_the_name_decides_whatever_its_case_and_then_the_id() =>
        Assert.Equal(
            ["3", "1", "2"],
            Leaderboard.Rank([Of("2", "bob", 1), Of("1", "Bob", 1), Of("3", "ANN", 1)]).Select(row => row.Standing.Person.Value)
        );

    [Fact]
    public void An_index_says_what_sorting_everybody_says() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[-3, 12], Gen.Bool)
            .List[0, 200]
            .Sample(
                changes =>
                {
                    var index = new RankIndex();
                    var model = new Dictionary<PersonId, long>();
                    foreach (var (number, score, isRemoved) in changes)
                    {
                        var person = new PersonId($"p{number}");
                        if (isRemoved)
                            Assert.Equal(model.Remove(person), index.Remove(person));
                        else
                            index.Set(person, model[person] = score);
                    }

                    Same(model, index);
                },
                iter: 300,
                threads: 1
            );

    [Fact]
    public void It_says_so_of_many_blocks_too()
    {
        var random = new Random(7);
        var index = new RankIndex();
        var model = new Dictionary<PersonId, long>();
        for (var i = 0; i < 20_000; i++)
        {
            var person = new PersonId($"p{random.Next(5_000)}");
            if (random.Next(4) == 0)
                Assert.Equal(model.Remove(person), index.Remove(person));
            else
                index.Set(person, model[person] = random.Next(800));
        }

        Same(model, index);
        foreach (var person in model.Keys.ToArray())
            Assert.True(index.Remove(person));

        Assert.Equal((0, 1), (index.Count, index.RankOf(0)));
    }

    [Fact]
    public void Filled_in_order_it_says_the_same()
    {
        var index = new RankIndex();
        var model = Enumerable
            .Range(0, 3_000)
            .ToDictionary(i => new PersonId(string.Create(CultureInfo.InvariantCulture, $"p{i:D4}")), i => 1_000L - (i / 3));
        foreach (var (person, score) in model)
            index.Set(person, score);

        Same(model, index);
    }

    [Fact]
    public void Inside_ties_an_index_follows_the_order_it_was_given()
    {
        var index = new RankIndex(Comparer<PersonId>.Create((left, right) => string.CompareOrdinal(right.Value, left.Value)));
        index.Set(new("a"), 1);
        index.Set(new("b"), 1);

        Assert.Equal(["b", "a"], index.Top(5).Select(member => member.Person.Value));
    }

    private static void Same(Dictionary<PersonId, long> model, RankIndex index)
    {
        var sorted = model
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Select(pair => new Member(pair.Key, pair.Value))
            .ToList();
        Assert.Equal(sorted, index.Range(0, int.MaxValue));
        Assert.Equal(sorted.Count, index.Count);
        Assert.Equal(sorted.Take(3), index.Top(3));
        for (var place = 0; place < sorted.Count; place += 1 + (sorted.Count / 50))
        {
            var (person, score) = sorted[place];
            Assert.Equal(score, index.ScoreOf(person));
            Assert.Equal(1 + sorted.Count(member => member.Score > score), index.RankOf(score));
            Assert.Equal(
                sorted.LastOrDefault(member => member.Score > score) is { Person.Value: not null } next ? next.Score : null,
                index.NextAbove(score)
            );
            Assert.Equal(sorted.Skip(Math.Max(0, place - 2)).Take(place < 2 ? place + 3 : 5), index.Neighbours(person, 2));
        }
    }

    private static Standing Of(string id, string name, long score) => new(new(id), name, score);

    [Fact]
    public void A_board_that_everybody_left_asks_only_for_people_who_are_on_it()
    {
        var names = new Dictionary<PersonId, string>();
        var board = new RankIndex(Comparer<PersonId>.Create((x, y) => string.CompareOrdinal(names[x], names[y])));
        string[] people = ["a", "b", "c"];

        for (var round = 0; round < 3; round++)
        {
            foreach (var person in people)
            {
                names[new(person)] = $"{person}{round}";
                board.Set(new(person), 10);
            }
            foreach (var person in people)
            {
                board.Remove(new(person));
                names.Remove(new(person));
            }
        }

        Assert.Equal(0, board.Count);
    }
}
