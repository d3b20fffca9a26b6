using CsCheck;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

/// <summary>One badge at a time: whatever comes late, a step says the same as the whole history, or says that it cannot tell.</summary>
public sealed class BadgeFoldTests
{
    private static readonly Trigger Three = new Trigger.Deals(3);

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
        var row = Row(Three);
        var badge = row.Empty;

        for (var day = 0; day < values.Length; day++)
            badge = Three.FoldOf(row).Step(badge, [new(At(day), "", values[day])], _ => 0)!;

        Assert.Equal(isHeld, badge.IsHeld);
    }

    [Fact]
    public void A_sum_steps_as_the_whole_history_says() => Check(Three, Gen.Int[-2, 2].Select(value => (long)value));

    [Fact]
    public void A_window_of_replies_steps_as_the_whole_history_says() =>
        Check(new Trigger.QuickReplies(5, Duration.FromMinutes(5)) { Last = 6 }, Gen.Int[1, 8].Select(minutes => minutes * 60L));

    [Fact]
    public void A_streak_steps_as_the_whole_history_says() => Check(new Trigger.Streak(5), Gen.Const(0L), isDay: true);

    /// <summary>A raised threshold takes nothing, a lowered one gives at once.</summary>
    [Theory]
    [InlineData(30, 25, 27, true)]
    [InlineData(20, 25, 22, true)]
    [InlineData(20, 25, 19, false)]
    [InlineData(30, 25, 24, false)]
    public void Changed_thresholds_may_unlock_and_never_revoke(int to, int from, int deals, bool isHeld)
    {
        var company = new Company(With(from), Company.Person("ann"));
        company.Play([.. Enumerable.Range(0, deals).Select(i => company.Win("2026-11-18 10:00", $"d{i}", 10))]);

        company.Keeper.Change(With(to));
        company.Keeper.Change(With(to));

        Assert.Equal(isHeld, company.Keeper.Progress[("closer", new("ann"))].IsHeld);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void What_is_held_by_an_old_threshold_is_lost_below_that_one()
    {
        var company = new Company(With(2), Company.Person("ann"));
        company.Play(company.Win("2026-11-18 10:00", "d1", 10), company.Win("2026-11-18 11:00", "d2", 10));
        company.Keeper.Change(With(3));

        company.Play(company.Reopen("2026-11-19 10:00", "d2"));
        Assert.False(company.Keeper.Progress[("closer", new("ann"))].IsHeld);

        company.Play(company.Win("2026-11-20 10:00", "d3", 10));
        Assert.False(company.Keeper.Progress[("closer", new("ann"))].IsHeld);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void Calls_of_a_named_kind_are_counted_a_week_at_a_time()
    {
        var calls = new Badge(
            "caller",
            "Caller",
            "Two calls a week.",
            BadgeCategory.Milestone,
            new Trigger.Logged("call", 2) { Per = Time.PeriodKind.Week }
        );
        var company = new Company(Rulebook.Default with { Badges = [calls] }, Company.Person("ann"));

        company.Play(
            Call(company, "2026-11-13 10:00", "a"),
            Call(company, "2026-11-16 10:00", "b"),
            Call(company, "2026-11-17 10:00", "c")
        );
        company.Play(company.Happens("2026-11-16 11:00", new Activity.Logged("v", "visit", Company.Mail("ann"))));

        Assert.Equal(
            [("2026-W46", 1L, false), ("2026-W47", 2L, true)],
            company.Keeper.Badges.Values.Select(row => (row.Period, row.Actual, row.IsHeld)).Order()
        );
    }

    [Fact]
    public void A_long_history_is_not_read_again_for_what_comes_at_its_end_or_a_little_late()
    {
        var company = new Company();
        company.Play(company.Win("2026-11-02 10:00", "d0", 100));
        for (var i = 0; i < 40; i++)
            company.Play(
                company.Asks("2026-11-18 10:00", $"c{i}"),
                company.Replies($"2026-11-18 1{i % 2}:{30 + (i % 20):D2}", $"c{i}"),
                company.Quote($"2026-11-{2 + (i % 25):D2} 10:00", $"q{i}")
            );
        var before = company.Keeper.Recounts;

        company.Play(company.Win("2026-12-01 10:00", "d", 100), company.Quote("2026-12-01 11:00", "q"));
        company.Play(company.Win("2026-12-01 09:30", "d2", 100));

        Assert.Equal(before + 1, company.Keeper.Recounts);
    }

    private static Reported Call(Company company, string at, string id) =>
        company.Happens(at, new Activity.Logged(id, "call", Company.Mail("ann")));

    /// <summary>A history, one more move anywhere in it, and the row stepped there from the row before.</summary>
    private static void Check(Trigger trigger, Gen<long> values, bool isDay = false)
    {
        Gen.Select(Gen.Select(Gen.Int[0, 90], values).List[1, 40], Gen.Int[0, 95], values)
            .Sample(
                (days, lateDay, late) =>
                {
                    var history = days.Where(day => isDay || day.Item2 != 0)
                        .DistinctBy(day => day.Item1)
                        .OrderBy(day => day.Item1)
                        .Select(day => MoveOf(day.Item1, day.Item2))
                        .ToList();
                    if ((!isDay && late == 0) || history.Exists(move => move.At == At(lateDay)))
                        return true;

                    var row = Row(trigger);
                    var steps = row.Empty;
                    foreach (var move in history)
                        steps = trigger.FoldOf(row).Step(steps, [move], _ => 0) ?? trigger.FoldOf(row).Recount(steps, history);

                    var one = MoveOf(lateDay, late);
                    var whole = trigger.FoldOf(row).Recount(steps, [.. history.Append(one).OrderBy(move => move.At)]);
                    return trigger.FoldOf(row).Step(steps, [one], _ => 0) is not { } step
                        || (step.Actual, step.Crossed, step.Revision) == (whole.Actual, whole.Crossed, whole.Revision);
                },
                iter: 20_000,
                threads: 1
            );

        Move MoveOf(int day, long value) => new(At(day), "", isDay ? Dates.Of(DayOf(day)) : value);
    }

    private static LocalDate DayOf(int day) => new LocalDate(2026, 11, 1).PlusDays(day);

    private static Row Row(Trigger trigger) => new(new("b", "B", "A badge.", BadgeCategory.Milestone, trigger), Company.Person("ann"), "");

    private static Rulebook With(int closer) =>
        Rulebook.Default with
        {
            Badges = [new("closer", "Closer", "Deals.", BadgeCategory.Milestone, new Trigger.Deals(closer))],
        };

    private static Position At(int day)
    {
        var instant = Instant.FromUtc(2026, 11, 1, 9, 0) + Duration.FromDays(day);
        return new(instant, instant, new("crm", "e"));
    }
}
