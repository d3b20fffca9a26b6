using CsCheck;
using Gamification.Activities;
using Gamification.Badges;
using NodaTime;

namespace Gamification.Tests;

/// <summary>Steps, sums and recounts of one badge agree.</summary>
public sealed class BadgeFoldTests
{
    private static readonly Badge Closer = new("closer", "Closer", "Three deals.", BadgeCategory.Milestone, new Trigger.Deals(3));

    [Theory]
    [InlineData(new[] { 1, 1 }, false)]
    [InlineData(new[] { 1, 1, 1 }, true)]
    [InlineData(new[] { 1, 1, 1, -1 }, false)]
    [InlineData(new[] { 1, 1, 1, -1, 1 }, true)]
    [InlineData(new[] { 1, 1, -1, 1 }, false)]
    [InlineData(new[] { 5, -2 }, true)]
    [InlineData(new[] { 2, 2, -2 }, false)]
    public void Three_deals_unlock_where_the_sum_gets_there_and_lock_where_it_leaves(int[] values, bool isHeld)
    {
        var badge = BadgeFold.Start(Closer, new("ann"));

        for (var day = 0; day < values.Length; day++)
            badge = BadgeFold.Step(badge, 3, values[day], At(day));

        Assert.Equal(isHeld, badge.Crossed is not null);
    }

    [Fact]
    public void A_sum_says_the_same_as_the_whole_history_wherever_it_is_allowed() =>
        Gen.Select(Gen.Select(Gen.Int[0, 60], Gen.Int[-2, 2]).List[1, 12], Gen.Int[0, 70], Gen.Int[-2, 2])
            .Sample(
                (days, lateDay, late) =>
                {
                    var history = days.Where(day => day.Item2 != 0)
                        .DistinctBy(day => day.Item1)
                        .OrderBy(day => day.Item1)
                        .Select(day => (At(day.Item1), (long)day.Item2))
                        .ToList();
                    if (late == 0 || history.Count == 0 || history.Exists(change => change.Item1 == At(lateDay)))
                        return true;

                    var before = BadgeFold.Recount(BadgeFold.Start(Closer, new("ann")), 3, history).Progress;
                    (Position At, long Value)[] changes = [(At(lateDay), late)];
                    if (changes[0].At > before.Last || !BadgeFold.IsOnlyASum(before, 3, changes))
                        return true;

                    var sum = BadgeFold.Sum(before, changes);
                    var whole = BadgeFold.Recount(before, 3, history.Concat(changes).OrderBy(change => change.Item1)).Progress;
                    return (sum.Actual, sum.Crossed, sum.Revision) == (whole.Actual, whole.Crossed, whole.Revision)
                        && sum.Peak >= whole.Peak;
                },
                iter: 20_000,
                threads: 1
            );

    private static Position At(int day)
    {
        var instant = Instant.FromUtc(2026, 11, 1, 9, 0) + Duration.FromDays(day);
        return new(instant, instant, new("crm", "e"));
    }
}
