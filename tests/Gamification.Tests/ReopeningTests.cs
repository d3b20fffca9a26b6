using CsCheck;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

/// <summary>
/// Periods close by schedule while a history arrives, some of it late. Whatever that made of it: the sums are right, and once
/// everything is open again it is as if nothing had ever been closed.
/// </summary>
public sealed class ReopeningTests
{
    [Fact]
    public void With_periods_closing_in_between_nothing_differs_from_a_fresh_fold_and_deriving_again_posts_nothing() =>
        Histories.Late.Sample(
            history =>
            {
                var keeper = Arrive(history);
                Assert.Empty(keeper.Verify());
                Assert.False(keeper.RecountEverything());
            },
            iter: ConvergenceTests.Count,
            threads: 1
        );

    [Fact]
    public void What_everything_sums_up_to_over_all_periods_is_the_ledger() =>
        Histories.Late.Sample(
            history =>
            {
                var keeper = Arrive(history);
                foreach (var person in Histories.People)
                    Assert.Equal(
                        keeper.Entries.Where(entry => entry.Key.Person == person.Id).Sum(entry => entry.Points),
                        keeper.Tallies.GetValueOrDefault(new(BoardKey.Organisation, new("all"), person.Id))?.Points ?? 0
                    );
            },
            iter: ConvergenceTests.Count,
            threads: 1
        );

    [Fact]
    public void Reopened_it_is_as_if_nothing_had_ever_been_closed() =>
        Histories.Late.Sample(
            history =>
            {
                var open = Histories.Found(Histories.Goals).Keeper;
                foreach (var group in history.Chunk(7))
                    open.Play(group);

                var reopened = Arrive(history, Histories.Goals);
                reopened.ReopenAll();
                reopened.RecountEverything();
                Result.Same(open, reopened);
                Assert.Empty(reopened.Verify());
                Assert.False(reopened.RecountEverything());
            },
            iter: ConvergenceTests.Count,
            threads: 1
        );

    [Fact]
    public void Reopened_what_was_granted_stays_and_what_is_missing_comes() =>
        Histories.Late.Sample(
            history =>
            {
                var reopened = Arrive(history);
                var before = Granted(reopened).Where(line => reopened.IsClosed(line.Item1.Scope.Period)).ToHashSet();
                var paid = Accelerated(reopened).Where(scope => reopened.IsClosed(scope.Key.Period)).ToList();
                reopened.ReopenAll();
                reopened.RecountEverything();
                Assert.Subset(Granted(reopened), before);
                var after = Accelerated(reopened);
                Assert.All(paid, scope => Assert.InRange(after[scope.Key], scope.Value, long.MaxValue));
                Assert.Empty(reopened.Verify());
                Assert.False(reopened.RecountEverything());
            },
            iter: ConvergenceTests.Count,
            threads: 1
        );

    private static HashSet<(GrantKey, SubjectId, string)> Granted(Keeper keeper) =>
        keeper
            .GrantLines.GroupBy(line => (line.Grant, line.Recipient, line.Reward))
            .Where(lines => lines.Sum(line => line.Amount) != 0)
            .Select(lines => lines.Key)
            .ToHashSet();

    /// <summary>What accelerators and multipliers stand at in points, with what was carried out of closed days.</summary>
    private static Dictionary<GoalScope, long> Accelerated(Keeper keeper) =>
        keeper
            .GoalProgress.Keys.Select(scope =>
                (
                    Scope: scope,
                    Posted: new PostedRewards([], [], [.. keeper.Entries.Where(line => line.Entity == PostedRewards.EntityOf(scope))], []),
                    Goal: scope.Goal.Value,
                    Period: scope.Period.Value
                )
            )
            .ToDictionary(
                one => one.Scope,
                one =>
                    one.Posted.PointsOf(RuleNames.Accelerator(one.Goal, one.Period))
                    + one.Posted.PointsOf(RuleNames.Multiplier(one.Goal, one.Period))
            );

    /// <summary>In the order in which it was received, every fact meeting the closes that are recorded by then.</summary>
    private static Keeper Arrive(IReadOnlyList<Reported> history, IReadOnlyList<Goal>? goals = null)
    {
        var keeper = Histories.Found(goals ?? [.. Histories.Goals, .. Histories.Promises]).Keeper;
        foreach (var reported in history)
        {
            keeper.CloseDue(reported.Received);
            keeper.Play(reported);
        }

        keeper.CloseDue(history[^1].Received + Duration.FromDays(5));
        return keeper;
    }
}
