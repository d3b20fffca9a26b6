using Bot.Goals;
using Bot.Play;
using Bot.Tests.Play;
using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Goals;

/// <summary>What Ana and Ben may do with their goals, from Wednesday 18 November 2026 10:00 in Paris on.</summary>
public sealed class GoalDeskTests : IAsyncLifetime
{
    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");
    private Playground playground = null!;

    private GoalDesk Desk => playground.Service<GoalDesk>();

    private GoalReader Reader => playground.Service<GoalReader>();

    private Instant Now => Instant.FromDateTimeOffset(playground.Clock.GetUtcNow());

    public async Task InitializeAsync() => playground = await Playground.StartAsync();

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task The_first_visit_gives_ten_quotes_a_median_of_30_minutes_and_four_active_days_a_week()
    {
        Assert.True(await Desk.VisitAsync(Ana, CancellationToken.None));

        Assert.Equal(
            [(Metric.Quotes, 10), (Metric.ResponseTime, 1_800), (Metric.ActiveDays, 4L)],
            (await GoalsAsync()).Select(goal => (goal.Goal.Metric, goal.Target))
        );
        Assert.All(await GoalsAsync(), goal => Assert.Equal("2026-W47", goal.Period.Key.Value));
        Assert.Empty(await GoalsAsync(Ben));
        Assert.Equal(3, await AuditedAsync("goal.default"));
    }

    [Fact]
    public async Task Sixteen_visits_at_once_give_them_once()
    {
        var given = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Desk.VisitAsync(Ana, CancellationToken.None))));

        Assert.Equal(1, given.Count(first => first));
        Assert.Equal(3, (await GoalsAsync()).Count);
    }

    [Fact]
    public async Task Who_has_a_goal_already_is_given_none_and_deleting_them_sticks()
    {
        await MakeAsync(new(Metric.Revenue, 20_000, PeriodKind.Month), Ben);
        Assert.False(await Desk.VisitAsync(Ben, CancellationToken.None));
        Assert.Single(await GoalsAsync(Ben));

        await Desk.VisitAsync(Ana, CancellationToken.None);
        foreach (var goal in await GoalsAsync())
            Assert.IsType<GoalAnswer.Done>(await Desk.DeleteAsync(Ana, goal.Goal.Id, CancellationToken.None));

        Assert.False(await Desk.VisitAsync(Ana, CancellationToken.None));
        Assert.Empty(await GoalsAsync());
    }

    [Fact]
    public async Task Restoring_the_defaults_makes_those_that_are_missing()
    {
        await Desk.VisitAsync(Ana, CancellationToken.None);
        var days = (await GoalsAsync()).Single(goal => goal.Goal.Metric is Metric.ActiveDays);
        await Desk.DeleteAsync(Ana, days.Goal.Id, CancellationToken.None);

        Assert.Equal([Metric.ActiveDays], (await Desk.RestoreDefaultsAsync(Ana, CancellationToken.None)).Select(goal => goal.Metric));
        Assert.Empty(await Desk.RestoreDefaultsAsync(Ana, CancellationToken.None));
        Assert.Equal(3, (await GoalsAsync()).Count);
    }

    [Fact]
    public async Task A_goal_counts_at_once_what_its_period_holds_already()
    {
        await playground.SendAsync(playground.Quote());
        await playground.SendAsync(playground.Quote());

        var made = await MakeAsync(new(Metric.Quotes, 2, PeriodKind.Quarter));

        Assert.Equal((2, GoalState.Completed), await StandingAsync(made));
        Assert.Equal(1, await playground.CountAsync($"SELECT COUNT(*) FROM announcement WHERE about = 'goal:{made.Id}:2026-Q4'"));
    }

    [Fact]
    public async Task A_wrong_wish_is_refused_at_its_field_with_the_remedy()
    {
        var refusal = Refusal(await Desk.CreateAsync(Ana, new(Metric.ActiveDays, 8, PeriodKind.Week), CancellationToken.None));

        Assert.Equal(
            (GoalRefusalKind.Invalid, "target", "The target is at most 7 days.", "Write how many days, for example 4."),
            (refusal.Kind, refusal.Field, $"{refusal.Message}", $"{refusal.Remedy}")
        );
        Assert.Empty(await GoalsAsync());
    }

    [Fact]
    public async Task The_twenty_first_goal_is_refused()
    {
        for (var i = 0; i < GoalDesk.Most; i++)
            await MakeAsync(new(Metric.Quotes, i + 1, PeriodKind.Week));

        var refusal = Refusal(await Desk.CreateAsync(Ana, new(Metric.Quotes, 99, PeriodKind.Week), CancellationToken.None));

        Assert.Equal((GoalRefusalKind.TooMany, "Delete one before you add another."), (refusal.Kind, $"{refusal.Remedy}"));
    }

    [Fact]
    public async Task Another_target_holds_at_once_and_once_completed_from_the_next_week()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));
        await playground.SendAsync(playground.Quote());

        await EditAsync(goal, new(Metric.Quotes, 1, PeriodKind.Week));
        Assert.Equal((1, GoalState.Completed), await StandingAsync(goal));

        await EditAsync(goal, new(Metric.Quotes, 8, PeriodKind.Week));
        Assert.Equal((1, GoalState.Completed), await StandingAsync(goal));
        Assert.Equal(1, (await GoalsAsync()).Single().Target);

        playground.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(8, (await GoalsAsync()).Single().Target);
        Assert.Equal(2, await AuditedAsync("goal.edited"));
    }

    [Fact]
    public async Task The_same_target_again_is_no_change()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));

        await EditAsync(goal, new(Metric.Quotes, 5, PeriodKind.Week));

        Assert.Single((await GoalsAsync()).Single().Goal.Versions);
        Assert.Equal(0, await AuditedAsync("goal.edited"));
    }

    [Theory]
    [InlineData(Metric.ActiveDays, PeriodKind.Week)]
    [InlineData(Metric.Quotes, PeriodKind.Month)]
    public async Task Another_type_or_kind_of_period_archives_the_goal_and_starts_a_new_one(Metric metric, PeriodKind period)
    {
        var old = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));
        await playground.SendAsync(playground.Quote());

        var done = Assert.IsType<GoalAnswer.Done>(await Desk.EditAsync(Ana, old.Id, new(metric, 3, period), CancellationToken.None));

        Assert.Equal(old.Id, done.Replaced);
        var only = (await GoalsAsync()).Single();
        Assert.Equal((done.Goal.Id, metric, period, 1), (only.Goal.Id, only.Goal.Metric, only.Goal.Kind, only.Actual));
        Assert.Empty(await Reader.RestorableAsync(Ana, Now, CancellationToken.None));
        Assert.Equal(GoalRefusalKind.TooLate, Refusal(await Desk.RestoreAsync(Ana, old.Id, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Paused_it_keeps_its_progress_and_resumed_it_counts_on()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));
        await SendAtAsync(TimeSpan.FromMinutes(1));

        playground.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<GoalAnswer.Done>(await Desk.PauseAsync(Ana, goal.Id, CancellationToken.None));
        Assert.Equal(GoalRefusalKind.AlreadyPaused, Refusal(await Desk.PauseAsync(Ana, goal.Id, CancellationToken.None)).Kind);
        await SendAtAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((1, GoalState.Paused), await StandingAsync(goal));

        playground.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<GoalAnswer.Done>(await Desk.ResumeAsync(Ana, goal.Id, CancellationToken.None));
        Assert.Equal(GoalRefusalKind.NotPaused, Refusal(await Desk.ResumeAsync(Ana, goal.Id, CancellationToken.None)).Kind);
        await SendAtAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((2, GoalState.Active), await StandingAsync(goal));
        Assert.Equal((1, 1), (await AuditedAsync("goal.paused"), await AuditedAsync("goal.resumed")));
    }

    [Fact]
    public async Task Deleted_it_can_be_had_back_for_a_day_with_what_came_meanwhile()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));
        await Desk.DeleteAsync(Ana, goal.Id, CancellationToken.None);
        Assert.Equal(GoalRefusalKind.NotFound, Refusal(await Desk.PauseAsync(Ana, goal.Id, CancellationToken.None)).Kind);
        Assert.Equal(GoalRefusalKind.NotFound, Refusal(await Desk.DeleteAsync(Ana, goal.Id, CancellationToken.None)).Kind);
        await playground.SendAsync(playground.Quote());

        playground.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<GoalAnswer.Done>(await Desk.RestoreAsync(Ana, goal.Id, CancellationToken.None));
        Assert.Equal((1, GoalState.Active), await StandingAsync(goal));
        Assert.Equal(GoalRefusalKind.NotFound, Refusal(await Desk.RestoreAsync(Ana, goal.Id, CancellationToken.None)).Kind);

        await Desk.DeleteAsync(Ana, goal.Id, CancellationToken.None);
        playground.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(GoalRefusalKind.TooLate, Refusal(await Desk.RestoreAsync(Ana, goal.Id, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Somebody_elses_goal_is_refused_for_every_change_and_the_refusal_is_audited()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));
        var before = await GoalsAsync();
        GoalAnswer[] answers =
        [
            await Desk.EditAsync(Ben, goal.Id, new(Metric.Quotes, 1, PeriodKind.Week), CancellationToken.None),
            await Desk.PauseAsync(Ben, goal.Id, CancellationToken.None),
            await Desk.ResumeAsync(Ben, goal.Id, CancellationToken.None),
            await Desk.DeleteAsync(Ben, goal.Id, CancellationToken.None),
            await Desk.RestoreAsync(Ben, goal.Id, CancellationToken.None),
            await Desk.ShareAsync(Ben, goal.Id, isShared: true, CancellationToken.None),
        ];

        Assert.All(answers, answer => Assert.Equal(GoalRefusalKind.NotYours, Refusal(answer).Kind));
        Assert.Equal(answers.Length, await AuditedAsync("right.refused"));
        Assert.Equal(before.Single().Goal.Revision, (await GoalsAsync()).Single().Goal.Revision);
    }

    [Theory]
    [InlineData("own-00000000000000000000000000000000")]
    [InlineData("")]
    [InlineData("'; DROP TABLE goal; --")]
    public async Task A_goal_that_never_was_is_not_found(string id) =>
        Assert.Equal(GoalRefusalKind.NotFound, Refusal(await Desk.DeleteAsync(Ana, new(id), CancellationToken.None)).Kind);

    [Fact]
    public async Task Only_what_is_shared_is_seen_by_others()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 5, PeriodKind.Week));
        Assert.Empty(await Reader.OfAsync(Ana, Ben, Now, CancellationToken.None));

        await Desk.ShareAsync(Ana, goal.Id, isShared: true, CancellationToken.None);
        Assert.Single(await Reader.OfAsync(Ana, Ben, Now, CancellationToken.None));

        await Desk.ShareAsync(Ana, goal.Id, isShared: false, CancellationToken.None);
        Assert.Empty(await Reader.OfAsync(Ana, Ben, Now, CancellationToken.None));
    }

    [Fact]
    public async Task The_schedule_decides_the_week_when_its_grace_is_over()
    {
        var goal = await MakeAsync(new(Metric.Quotes, 2, PeriodKind.Week));
        await playground.SendAsync(playground.Quote());
        playground.Clock.SetUtcNow(Instant.FromUtc(2026, 11, 24, 23, 0).ToDateTimeOffset());

        await playground.Service<DueWork>().RunAsync(CancellationToken.None);

        var past = Assert.Single(await Reader.HistoryAsync(goal.Id, 10, CancellationToken.None));
        Assert.Equal(("2026-W47", 1, GoalState.Missed), (past.Period.Key.Value, past.Actual, past.State));
        Assert.Equal((0, GoalState.Active), await StandingAsync(goal));
    }

    private async Task SendAtAsync(TimeSpan later)
    {
        playground.Clock.Advance(later);
        await playground.SendAsync(playground.Quote(occurred: Now));
    }

    private async Task<Goal> MakeAsync(GoalWish wish, PersonId? person = null) =>
        Assert.IsType<GoalAnswer.Done>(await Desk.CreateAsync(person ?? Ana, wish, CancellationToken.None)).Goal;

    private async Task EditAsync(Goal goal, GoalWish wish) =>
        Assert.IsType<GoalAnswer.Done>(await Desk.EditAsync(Ana, goal.Id, wish, CancellationToken.None));

    private Task<IReadOnlyList<GoalStanding>> GoalsAsync(PersonId? person = null) =>
        Reader.OfAsync(person ?? Ana, person ?? Ana, Now, CancellationToken.None);

    private async Task<(long?, GoalState)> StandingAsync(Goal goal) =>
        await Reader.FindAsync(goal.Id, period: null, Now, CancellationToken.None) is { } standing
            ? (standing.Actual, standing.State)
            : default;

    private Task<long> AuditedAsync(string what) => playground.CountAsync($"SELECT COUNT(*) FROM audit WHERE what = '{what}'");

    private static GoalRefusal Refusal(GoalAnswer answer) => Assert.IsType<GoalAnswer.Refused>(answer).Refusal;
}
