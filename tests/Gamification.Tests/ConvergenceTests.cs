using System.Globalization;
using CsCheck;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Points;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

/// <summary>
/// One set of facts ends in the same ledger, tallies, days and badges, however it arrived. <c>HISTORIES=100000</c> asks for more
/// histories than the 200 of every run; a failure prints the seed, which <c>CsCheck_Seed</c> plays again.
/// </summary>
public sealed class ConvergenceTests
{
    internal static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("HISTORIES") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public void Any_order_repetition_and_grouping_ends_as_one_ordered_run() =>
        Gen.Select(Histories.All, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var ordered = Play([.. history.OrderBy(reported => reported.Occurred).ThenBy(reported => reported.Id).Chunk(1)]);
                    var shuffled = Play(Shuffled(history, new(seed)));
                    Result.Same(ordered, shuffled);
                },
                iter: Count,
                threads: 1
            );

    [Fact]
    public void Step_by_step_ends_as_everything_counted_at_once() =>
        Gen.Select(Histories.All, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var once = Play([
                        [.. history],
                    ]);
                    var shuffled = Play(Shuffled(history, new(seed)));
                    Result.Same(once, shuffled);
                },
                iter: Count,
                threads: 1
            );

    [Fact]
    public void Tallies_are_the_sums_of_the_ledger() =>
        Gen.Select(Histories.All, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var keeper = Play(Shuffled(history, new(seed)));
                    foreach (var person in Histories.People)
                        Assert.Equal(
                            keeper.Entries.Where(entry => entry.Key.Person == person.Id).Sum(entry => entry.Points),
                            keeper.Tallies.GetValueOrDefault(new(BoardKey.Organisation, new("all"), person.Id))?.Points ?? 0
                        );
                },
                iter: Count,
                threads: 1
            );

    [Fact]
    public void Grant_lines_alternate_and_give_each_reward_once_or_not_at_all() =>
        Gen.Select(Histories.All, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var keeper = Play(Shuffled(history, new(seed)));
                    foreach (var lines in keeper.GrantLines.GroupBy(line => (line.Grant, line.Recipient, line.Reward)))
                    {
                        var ordered = lines.OrderBy(line => line.Revision).ToList();
                        Assert.Equal(Enumerable.Range(0, ordered.Count), ordered.Select(line => line.Revision));
                        Assert.All(ordered, line => Assert.Equal(line.Revision % 2 == 0, line.Amount > 0));
                        Assert.All(
                            ordered.Chunk(2).Where(pair => pair.Length == 2),
                            pair => Assert.Equal(0, pair.Sum(line => line.Amount))
                        );
                    }

                    foreach (var row in keeper.GoalProgress.Values)
                        Assert.Equal(
                            keeper.Coins.Where(coins => coins.Scope == row.Scope).Sum(coins => coins.Amount),
                            keeper.Coins.Exists(coins => coins.Scope == row.Scope) ? row.Paid : 0
                        );
                    Assert.Empty(keeper.Verify());
                },
                iter: Count,
                threads: 1
            );

    [Fact]
    public void Badge_lines_alternate_and_end_in_what_is_held() =>
        Gen.Select(Histories.All, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var keeper = Play(Shuffled(history, new(seed)));
                    foreach (var row in keeper.Badges.Values)
                    {
                        var lines = keeper
                            .Awards.Where(award => (award.Badge, award.Person, award.Period) == (row.Badge, row.Person, row.Period))
                            .Select(award => award.Revision);
                        Assert.Equal(Enumerable.Range(0, row.Revision), lines);
                        Assert.Equal(row.Crossed is not null, row.Revision % 2 == 1);
                    }
                },
                iter: Count,
                threads: 1
            );

    private static Keeper Play(IReadOnlyList<IReadOnlyList<Reported>> groups)
    {
        var keeper = Histories.Found().Keeper;
        foreach (var group in groups)
            keeper.Play(group);

        return keeper;
    }

    private static IReadOnlyList<IReadOnlyList<Reported>> Shuffled(IReadOnlyList<Reported> history, Random random)
    {
        Reported[] arrivals = [.. history, .. random.GetItems([.. history], history.Count / 3)];
        random.Shuffle(arrivals);
        return [.. arrivals.Chunk(1 + random.Next(9))];
    }
}
