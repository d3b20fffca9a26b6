using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Goals;
using Bot.Tests.Hosting;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Tests.Api;

/// <summary>Goals over HTTP, on Wednesday 18 November 2026 in Paris.</summary>
public sealed class GoalApiTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_default_goals_are_listed_with_what_was_done()
    {
        await host.Service<GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        for (var quote = 0; quote < 3; quote++)
            await SendAsync($"q{quote}", $$"""{"quoteId":"{{quote}}","owner":"ana@example.com"}""", "quote.sent");

        var goals = await GetAsync<List<JsonElement>>("people/ana/goals");

        Assert.Equal(
            ["quotes 10 3 30 2026-W47 active", "responseTime 1800  0 2026-W47 active", "activeDays 4 1 25 2026-W47 active"],
            goals.Select(goal =>
                $"{Of(goal, "type")} {Of(goal, "target")} {Of(goal, "actual")} {Of(goal, "percent")} {Of(goal, "period")} {Of(goal, "state")}"
            )
        );
        Assert.Equal(["quotes", "seconds", "days"], goals.Select(goal => Of(goal, "unit")));
        Assert.Empty(await GetAsync<List<JsonElement>>("people/ben/goals"));
    }

    [Fact]
    public async Task The_progress_of_a_goal_is_given_in_money_with_its_bounds_and_zone()
    {
        var made = Assert.IsType<GoalAnswer.Done>(
            await host.Service<GoalDesk>().CreateAsync(new("ana"), new(Metric.Revenue, 1_000.50m, PeriodKind.Month), CancellationToken.None)
        );
        await SendAsync(
            "d1",
            """{"dealId":"1","owner":"ana@example.com","outcome":"won","amount":"1500.75","currency":"EUR"}""",
            "deal.closed"
        );

        var progress = await GetAsync<JsonElement>($"goals/{made.Goal.Id}/progress?period=2026-11&subject=ana");

        Assert.Equal(
            "2026-11 Europe/Paris 2026-10-31T23:00:00+00:00 2026-11-30T23:00:00+00:00 1500.75 1000.5 150 completed",
            string.Join(
                ' ',
                new[] { "period", "zone", "starts", "ends", "actual", "target", "attainmentPercent", "state" }.Select(name =>
                    Of(progress, name)
                )
            )
        );
        Assert.Equal(0, progress.GetProperty("tiers").GetArrayLength());
        var notice = (await GetAsync<List<JsonElement>>("announcements")).Single(told => Of(told, "kind") == "goal.completed");
        Assert.Equal("ana", notice.GetProperty("to").GetProperty("person").GetString());
    }

    [Theory]
    [InlineData("people/nobody/goals", HttpStatusCode.NotFound, null)]
    [InlineData("people/a%20b/goals", HttpStatusCode.BadRequest, null)]
    [InlineData("goals/none/progress", HttpStatusCode.NotFound, null)]
    [InlineData("goals/a%20b/progress", HttpStatusCode.BadRequest, null)]
    [InlineData("goals/GOAL/progress?period=2026-W46", HttpStatusCode.NotFound, null)]
    [InlineData("goals/GOAL/progress?period=2026-W48", HttpStatusCode.NotFound, null)]
    [InlineData("goals/GOAL/progress?period=2026-11", HttpStatusCode.NotFound, null)]
    [InlineData("goals/GOAL/progress?period=all", HttpStatusCode.NotFound, null)]
    [InlineData("goals/GOAL/progress?subject=ben", HttpStatusCode.NotFound, null)]
    [InlineData("goals/GOAL/progress?period=November", HttpStatusCode.BadRequest, "period")]
    [InlineData("goals/GOAL/progress?period=2026-W99", HttpStatusCode.BadRequest, "period")]
    public async Task What_is_not_there_is_a_problem_with_its_remedy(string path, HttpStatusCode status, string? pointer)
    {
        await host.Service<GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        var goal = Of((await GetAsync<List<JsonElement>>("people/ana/goals"))[0], "id");

        using var response = await host.Admin.GetAsync($"/api/v1/{path.Replace("GOAL", goal, StringComparison.Ordinal)}");

        Assert.Equal(status, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(Of(problem, "remedy"));
        if (pointer is not null)
            Assert.Equal(pointer, Of(problem, "pointer"));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_told()
    {
        using var response = await host.Client.GetAsync("/api/v1/people/ana/goals");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Verification_and_replay_find_goals_as_the_facts_say_across_a_close_and_a_reopening()
    {
        await host.Service<GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        await SendAsync("q1", """{"quoteId":"1","owner":"ana@example.com"}""", "quote.sent");
        await host.MoveClockAsync("2026-11-24T23:00:00Z");
        await host.Service<Bot.Play.DueWork>().RunAsync(CancellationToken.None);
        var id = Of((await GetAsync<List<JsonElement>>("people/ana/goals"))[0], "id");
        Assert.Equal("missed", Of(await GetAsync<JsonElement>($"goals/{id}/progress?period=2026-W47"), "state"));
        Assert.Equal("0", Of(await PostAsync("verify"), "differences"));

        await PostAsync("periods/2026-W47/reopen", """{"reason":"Somebody asked."}""");
        Assert.Equal("active", Of(await GetAsync<JsonElement>($"goals/{id}/progress?period=2026-W47"), "state"));
        Assert.Equal("0", Of(await PostAsync("replay"), "differences"));
    }

    private async Task SendAsync(string id, string data, string type)
    {
        using var response = await host.SendAsync(id, $$"""{"type":"{{type}}","timestamp":"2026-11-18T08:00:00Z","data":{{data}}}""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private async Task<T> GetAsync<T>(string path) => (await host.Admin.GetFromJsonAsync<T>($"/api/v1/{path}"))!;

    private async Task<JsonElement> PostAsync(string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await host.Admin.PostAsync($"/api/v1/{path}", content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Of(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
