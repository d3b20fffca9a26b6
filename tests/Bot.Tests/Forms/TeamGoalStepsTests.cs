using Bot.Tests.Forms.Surfaces;

namespace Bot.Tests.Forms;

/// <summary>The three steps of a goal for others, forwards and backwards, over the wire of each surface.</summary>
public abstract class TeamGoalStepsTests<TSurface>(TSurface surface) : IClassFixture<TSurface>
    where TSurface : FormSurface, new()
{
    private static readonly (string, string)[] Aim =
    [
        ("name", "Quotes of November"),
        ("subject", "team:emea"),
        ("metric", "quotes"),
        ("period", "Month"),
        ("target", "300"),
        ("accelerator", "none"),
    ];

    private static readonly (string, string)[] Tiers =
    [
        ("base-trigger", "250"),
        ("super-trigger", "120 %"),
        ("super-rewards", "500 coins\nprize Dinner for two"),
        ("super-label", "Gold"),
        ("share", "Even"),
        ("every-member", "50"),
    ];

    [Fact]
    public async Task Back_to_the_first_step_and_forward_again_all_that_was_typed_in_the_second_is_there()
    {
        await LeadAsync();
        await surface.OpenAsync("team-goal new");
        await surface.SubmitAsync(Aim);

        var first = await surface.BackAsync(Tiers);
        Assert.Equal(("Quotes of November", "team:emea", "300"), (first.Values["name"], first.Values["subject"], first.Values["target"]));

        var second = await surface.SubmitAsync(Aim);
        Assert.Equal(
            ["250", "120 %", "Gold", "Even", "50"],
            new[] { "base-trigger", "super-trigger", "super-label", "share", "every-member" }.Select(field => second.Values[field])
        );
        Assert.Contains("Dinner for two", Rewards(second), StringComparison.Ordinal);
        Assert.Empty(second.Errors);
    }

    [Fact]
    public async Task What_is_wrong_in_the_second_step_is_there_again_too_and_still_wrong()
    {
        await LeadAsync();
        await surface.OpenAsync("team-goal new");
        await surface.SubmitAsync(Aim);

        await surface.BackAsync(("base-trigger", "many"), ("super-rewards", "a car"), ("super-label", "Gold"), ("share", "Even"));
        var second = await surface.SubmitAsync(Aim);

        Assert.Equal(("many", "Gold", "Even"), (second.Values["base-trigger"], second.Values["super-label"], second.Values["share"]));
        Assert.Contains("a car", Rewards(second), StringComparison.Ordinal);
        var sent = await surface.SubmitAsync(("base-trigger", "many"), ("super-rewards", "a car"), ("share", "Even"));
        Assert.Equal(["base-trigger", "super-rewards"], sent.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Back_from_the_preview_the_second_step_is_there_and_forward_again_what_was_chosen_in_the_third()
    {
        await LeadAsync();
        await surface.OpenAsync("team-goal new");
        await surface.SubmitAsync(Aim);
        Assert.Equal("publish", (await surface.SubmitAsync(Tiers)).Values["act"]);

        var second = await surface.BackAsync(("act", "shadow"));
        Assert.Equal(("250", "Gold"), (second.Values["base-trigger"], second.Values["super-label"]));
        var first = await surface.BackAsync(Tiers);
        Assert.Equal("300", first.Values["target"]);
        await surface.SubmitAsync(Aim);

        Assert.Equal("shadow", (await surface.SubmitAsync(Tiers)).Values["act"]);
    }

    private async Task LeadAsync()
    {
        await surface.Host.PutAsync($"/api/v1/people/{surface.Person}", new { role = "manager" });
        await surface.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { surface.Person } });
    }

    /// <summary>A text of several lines is the content of its element on the page.</summary>
    private static string Rewards(FormSeen seen) => seen.Values["super-rewards"];
}

public sealed class TeamGoalStepsOnSlackTests(SlackSurface surface) : TeamGoalStepsTests<SlackSurface>(surface);

public sealed class TeamGoalStepsInTeamsTests(TeamsSurface surface) : TeamGoalStepsTests<TeamsSurface>(surface);

public sealed class TeamGoalStepsOnThePageTests(PageSurface surface) : TeamGoalStepsTests<PageSurface>(surface);
