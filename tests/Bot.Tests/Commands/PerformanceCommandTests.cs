using System.Globalization;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Goals;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>The dashboard on the whole host: Ana has sent a quote, Ben has done nothing.</summary>
public sealed class PerformanceCommandTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        using var answer = await host.SendAsync(
            "q1",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q1","owner":"ana@example.com"}}"""
        );
        Assert.True(answer.IsSuccessStatusCode);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Board_badge_and_goal_of_the_person_stand_on_one_card()
    {
        var text = await TextAsync("ana");

        Assert.Contains("gold medal, rank 1: Ana Alvarez (you), 15 (+15 · in the lead)", text, StringComparison.Ordinal);
        Assert.Contains("Latest badge: Opening Move", text, StringComparison.Ordinal);
        Assert.Contains("Top goal: 1 of 4 active days", text, StringComparison.Ordinal);
        Assert.Contains("25 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_done_nothing_sees_the_way_into_each_section()
    {
        var text = await TextAsync("ben");

        Assert.Contains("gold medal, rank 1: Ana Alvarez, 15", text, StringComparison.Ordinal);
        Assert.Contains("unranked: Ben Okafor (you), 0", text, StringComparison.Ordinal);
        Assert.Contains("To score:", text, StringComparison.Ordinal);
        Assert.Contains("Closest badge: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_visit_brings_three_goals_and_deleting_them_stays()
    {
        await TextAsync("ben");
        var (goals, desk, now) = (host.Service<GoalReader>(), host.Service<GoalDesk>(), NodaTime.Instant.FromUtc(2026, 11, 18, 9, 5));
        var given = await goals.OfAsync(new("ben"), new("ben"), now, default);
        Assert.Equal(3, given.Count);

        foreach (var goal in given)
            await desk.DeleteAsync(new("ben"), goal.Goal.Id, default);

        Assert.Contains("No goal yet", await TextAsync("ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_shows_neighbours_only_shows_no_podium()
    {
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", boardMode = "neighbours" });

        var text = await TextAsync("ben");

        Assert.DoesNotContain("Ana Alvarez", text, StringComparison.Ordinal);
        Assert.Contains("unranked: Ben Okafor (you), 0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_is_a_name_to_others_only()
    {
        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "emea",
                alias = "Night Owl",
                publicity = "alias",
            }
        );

        Assert.Contains("rank 1: Night Owl, 15", await TextAsync("ben"), StringComparison.Ordinal);
        Assert.Contains("rank 1: Ana Alvarez (you), 15 (+15 · in the lead)", await TextAsync("ana"), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string person)
    {
        var user = new ChatUser("web", person, _ => Task.FromResult<string?>(null));
        var reply = await host.Service<CommandDesk>()
            .AnswerAsync(user, "/performance", new("web", "company", IsChannel: true), CultureInfo.GetCultureInfo("en-GB"), default);
        return PlainText.Render(reply.Card);
    }
}
