using Bot.Goals;
using Bot.Tests.Forms.Surfaces;
using Gamification;
using Gamification.Goals;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>A rep's goal by form, on every surface over its wire, on Wednesday 18 November 2026 in Paris.</summary>
public abstract class GoalFormTests<TSurface>(TSurface surface) : IClassFixture<TSurface>
    where TSurface : FormSurface, new()
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    [Theory]
    [InlineData("quotes", "", "week", "target", "Fill this in.")]
    [InlineData("quotes", "   ", "week", "target", "Fill this in.")]
    [InlineData("quotes", "0", "week", "target", "The target must be more than 0. Write how many quotes, for example 10.")]
    [InlineData("quotes", "-3", "week", "target", "The target must be more than 0. Write how many quotes, for example 10.")]
    [InlineData("quotes", "ten", "week", "target", "Write a number such as 1,234 or 0.5.")]
    [InlineData("quotes", "<script>alert(1)</script>", "week", "target", "Write a number such as 1,234 or 0.5.")]
    [InlineData("quotes", "2.5", "week", "target", "The target must be a whole number. Write how many quotes, for example 10.")]
    [InlineData("quotes", "10,001", "week", "target", "The target is at most 10,000 quotes. Write how many quotes, for example 10.")]
    [InlineData("revenue", "0", "month", "target", "The target must be more than 0. Write an amount in EUR, for example 10000.")]
    [InlineData("revenue", "-5", "month", "target", "Write an amount from 0 to 10,000,000,000,000 EUR.")]
    [InlineData("revenue", "10,000,000,000,000.01", "month", "target", "Write an amount from 0 to 10,000,000,000,000 EUR.")]
    [InlineData("revenue", "99.999", "month", "target", "An amount in EUR has at most 2 decimals.")]
    [InlineData("revenue", "12 USD", "month", "target", "Write an amount in EUR such as 1,234 or 99.5.")]
    [InlineData("responseTime", "2 h", "week", "target", "Write minutes of working time as a number such as 30 or 7.5: two hours are 120.")]
    [InlineData(
        "responseTime",
        "0.001",
        "week",
        "target",
        "The target must be minutes that make whole seconds. Write minutes of working time, for example 30 or 7.5."
    )]
    [InlineData(
        "responseTime",
        "10,000.1",
        "week",
        "target",
        "The target is at most 10,000 minutes. Write minutes of working time, for example 30 or 7.5."
    )]
    [InlineData("activeDays", "8", "week", "target", "The target is at most 7 days. Write how many days, for example 4.")]
    [InlineData("activeDays", "32", "month", "target", "The target is at most 31 days. Write how many days, for example 4.")]
    [InlineData("", "10", "week", "type", "Choose one.")]
    [InlineData("deals", "10", "week", "type", "Choose one of the list; it may have changed.")]
    [InlineData("quotes", "10", "decade", "period", "Choose one of the list; it may have changed.")]
    [InlineData("quotes", "10", "", "period", "Choose one.")]
    public async Task What_is_wrong_is_told_at_its_field_what_was_typed_stays_and_nothing_is_made(
        string type,
        string target,
        string period,
        string field,
        string message
    )
    {
        var before = (await GoalsAsync(surface)).Count;
        await surface.OpenAsync("goal new");

        var seen = await surface.SubmitAsync(("type", type), ("target", target), ("period", period));

        Assert.Equal((field, message), Assert.Single(seen.Errors) is var error ? (error.Key, error.Value) : default);
        Assert.Equal(target, seen.Values["target"]);
        Assert.Null(seen.Done);
        Assert.Equal(before, (await GoalsAsync(surface)).Count);
    }

    [Fact]
    public async Task What_is_longer_than_the_field_is_refused()
    {
        await surface.OpenAsync("goal new");

        var seen = await surface.SubmitAsync(("type", "quotes"), ("target", new string('1', 41)), ("period", "week"));

        Assert.Equal("Write at most 40 characters; these are 41.", seen.Errors["target"]);
    }

    [Theory]
    [InlineData("en-GB", "10,000", 10_000_00)]
    [InlineData("en-US", "10,000.50", 10_000_50)]
    [InlineData("de-DE", "10.000,50", 10_000_50)]
    [InlineData("de-DE", "10.000", 10_000_00)]
    [InlineData("fr-FR", "10 000", 10_000_00)]
    [InlineData("fr-FR", "10\u202F000,50 €", 10_000_50)]
    public async Task An_amount_is_read_in_the_language_of_who_typed_it(string locale, string typed, long cents)
    {
        var other = new TSurface { Locale = locale };
        await other.InitializeAsync();
        await other.OpenAsync("goal new");

        var seen = await other.SubmitAsync(("type", "revenue"), ("target", typed), ("period", "month"));

        Assert.Empty(seen.Errors);
        Assert.Equal(cents, Assert.Single(await GoalsAsync(other)).Target);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task A_new_goal_is_made_with_what_the_form_proposes_and_answered_with_the_list()
    {
        var opened = await surface.OpenAsync("goal new:revenue");
        Assert.Equal(("revenue", "", "month"), (opened.Values["type"], opened.Values["target"], opened.Values["period"]));

        var seen = await surface.SubmitAsync(("type", "revenue"), ("target", "12,345.67"), ("period", "month"), ("shared", "on"));

        Assert.Contains("It counts: 12,345.67 EUR a month, with all of this month.", seen.Done!, StringComparison.Ordinal);
        var made = (await GoalsAsync(surface)).Single(goal => goal.Target == 12_345_67);
        Assert.Equal((Metric.Revenue, PeriodKind.Month, true), (made.Goal.Metric, made.Goal.Kind, made.Goal.Shared));
    }

    [Fact]
    public async Task An_edit_shows_what_is_stored_and_a_wrong_one_keeps_what_was_typed_until_it_is_right()
    {
        var goal = await MadeAsync(new(Metric.Quotes, 21, PeriodKind.Quarter));
        var opened = await surface.OpenAsync($"goal {goal.Id}");
        Assert.Equal(("quotes", "21", "quarter"), (opened.Values["type"], opened.Values["target"], opened.Values["period"]));

        var wrong = await surface.SubmitAsync(("type", "quotes"), ("target", "22.5"), ("period", "quarter"));
        Assert.Equal("target", Assert.Single(wrong.Errors).Key);
        Assert.Equal("22.5", wrong.Values["target"]);

        var right = await surface.SubmitAsync(("type", "quotes"), ("target", "22"), ("period", "quarter"));
        Assert.Contains("Saved: 22 quotes a quarter. It holds at once.", right.Done!, StringComparison.Ordinal);
        Assert.Equal(22, (await StandingAsync(goal.Id))!.Target);
    }

    [Fact]
    public async Task A_suggested_target_stands_in_the_form_and_is_not_saved_by_looking_at_it()
    {
        var goal = await MadeAsync(new(Metric.Quotes, 30, PeriodKind.Month));

        var opened = await surface.OpenAsync($"goal {goal.Id}::33");

        Assert.Equal("33", opened.Values["target"]);
        Assert.Equal(30, (await StandingAsync(goal.Id))!.Target);
    }

    [Fact]
    public async Task Another_type_starts_a_new_goal_and_archives_the_old()
    {
        var goal = await MadeAsync(new(Metric.Quotes, 41, PeriodKind.Month));
        await surface.OpenAsync($"goal {goal.Id}");

        var seen = await surface.SubmitAsync(("type", "activeDays"), ("target", "17"), ("period", "month"));

        Assert.Contains("Saved as a new goal: 17 active days a month. The old one is archived.", seen.Done!, StringComparison.Ordinal);
        Assert.DoesNotContain(await GoalsAsync(surface), standing => standing.Goal.Id == goal.Id);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_not_written_over_unseen_and_what_was_typed_stays()
    {
        var goal = await MadeAsync(new(Metric.Quotes, 51, PeriodKind.Month));
        await surface.OpenAsync($"goal {goal.Id}");
        await Desk.EditAsync(new(surface.Person), goal.Id, new(Metric.Quotes, 52, PeriodKind.Month), CancellationToken.None);

        var seen = await surface.SubmitAsync(("type", "quotes"), ("target", "53"), ("period", "month"));

        Assert.Contains("This goal changed meanwhile.", Assert.Single(seen.Errors).Value, StringComparison.Ordinal);
        Assert.Equal("53", seen.Values["target"]);
        Assert.Equal(52, (await StandingAsync(goal.Id))!.Target);
        Assert.NotNull((await surface.SubmitAsync(("type", "quotes"), ("target", "53"), ("period", "month"))).Done);
        Assert.Equal(53, (await StandingAsync(goal.Id))!.Target);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_change()
    {
        var goal = await MadeAsync(new(Metric.Quotes, 61, PeriodKind.Month));
        await surface.OpenAsync($"goal {goal.Id}");
        await surface.SubmitAsync(("type", "quotes"), ("target", "62"), ("period", "month"));

        await surface.SubmitAsync(("type", "quotes"), ("target", "62"), ("period", "month"));

        Assert.Equal(2, (await StandingAsync(goal.Id))!.Goal.Versions.Count);
    }

    private GoalDesk Desk => surface.Host.Service<GoalDesk>();

    private async Task<Goal> MadeAsync(GoalWish wish) =>
        Assert.IsType<GoalAnswer.Done>(await Desk.CreateAsync(new(surface.Person), wish, CancellationToken.None)).Goal;

    private Task<GoalStanding?> StandingAsync(GoalId goal) =>
        surface.Host.Service<GoalReader>().FindAsync(goal, null, Now, CancellationToken.None);

    private static Task<IReadOnlyList<GoalStanding>> GoalsAsync(FormSurface of) =>
        of.Host.Service<GoalReader>().OfAsync(new(of.Person), new(of.Person), Now, CancellationToken.None);
}

public sealed class SlackGoalFormTests(SlackSurface surface) : GoalFormTests<SlackSurface>(surface);

public sealed class TeamsGoalFormTests(TeamsSurface surface) : GoalFormTests<TeamsSurface>(surface);

public sealed class PageGoalFormTests(PageSurface surface) : GoalFormTests<PageSurface>(surface);
