using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Commands;
using Bot.Tests.Hosting;

namespace Bot.Tests.Api;

/// <summary>The board by percent of own target, in November 2026.</summary>
public sealed class TargetBoardTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await GiveAsync("ana-month", "ana", 1_000);
        await GiveAsync("ben-month", "ben", 30_000);
        await GiveAsync("cho-month", "cho", 500);
        await WinAsync("d1", "ana@example.com", "1102.50");
        await WinAsync("d2", "ben@example.com", "29999.99");
        await WinAsync("d3", "mara@example.com", "90000");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Everyone_with_a_goal_for_the_period_is_ranked_by_what_they_reached_of_it_and_nobody_else()
    {
        Assert.Equal(["1 ana 110.25 gold", "2 ben 99.99 silver", "3 cho 0 "], await RowsAsync("period=month&by=target"));
        Assert.Equal(["1 ana 110.25 gold", "2 ben 99.99 silver"], await RowsAsync("period=month&by=target&team=emea"));
        Assert.Empty(await RowsAsync("period=week&by=target"));
        Assert.Empty(await RowsAsync("period=all&by=target"));
        Assert.Empty(await RowsAsync("key=2026-10&by=target"));
    }

    [Fact]
    public async Task A_goal_that_is_marked_for_the_board_goes_before_an_older_one()
    {
        await GiveAsync("ana-board", "ana", 2_205, board: true);

        Assert.Equal(["1 ben 99.99 gold", "2 ana 50 silver"], await RowsAsync("period=month&by=target&team=emea"));
    }

    [Fact]
    public async Task The_card_marks_the_reader_in_place_and_says_why_somebody_is_not_ranked()
    {
        var ben = await CardAsync("ben");
        Assert.Contains("99.99 %", ben, StringComparison.Ordinal);
        Assert.Contains("110.25 %", ben, StringComparison.Ordinal);
        Assert.Contains("10.26 % to next", ben, StringComparison.Ordinal);
        Assert.Contains("You have no goal of your manager", await CardAsync("mara"), StringComparison.Ordinal);
    }

    private async Task<string> CardAsync(string person)
    {
        var reply = await host.Service<CommandDesk>()
            .AnswerAsync(
                new("web", person, _ => Task.FromResult<string?>(null)),
                "/leaderboard month by target",
                new("web", person, IsChannel: false),
                CultureInfo.InvariantCulture,
                CancellationToken.None
            );
        return JsonSerializer.Serialize(Bot.Cards.Rendering.PlainText.Render(reply.Card));
    }

    private Task GiveAsync(string id, string person, int target, bool board = false) =>
        host.PutAsync(
            $"/api/v1/goals/{id}",
            new
            {
                name = id,
                subject = new { kind = "person", id = person },
                metric = "revenue",
                target,
                boardGoal = board,
                period = new { kind = "month" },
            }
        );

    private async Task WinAsync(string id, string owner, string amount)
    {
        using var answer = await host.SendAsync(
            id,
            $$$"""{"type":"deal.closed","timestamp":"2026-11-18T08:00:00Z","data":{"dealId":"{{{id}}}","owner":"{{{owner}}}","outcome":"won","amount":"{{{amount}}}","currency":"EUR"}}"""
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<IEnumerable<string>> RowsAsync(string query) =>
        (await host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/leaderboard?{query}"))
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row =>
                $"{row.GetProperty("rank")} {row.GetProperty("person").GetString()} {row.GetProperty("score")} "
                + (row.TryGetProperty("medal", out var medal) ? medal.GetString() : "")
            );
}
