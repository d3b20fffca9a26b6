using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;
using NodaTime.Text;
using Storage;

namespace Bot.Tests.Api;

/// <summary>The late deal of SPEC 10 in Paris with 48 hours of grace: October closes on 3 November at 00:00, W44 a day later.</summary>
public sealed class PeriodTests : IAsyncLifetime
{
    private const string Saturday = "2026-10-31T17:00:00Z";

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync(("Clock:StartAt", "2026-10-30T08:00:00Z"))).WithPeopleAsync();
        await WinAsync("d0", "2026-10-30T08:00:00Z", "1000");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Received_in_the_grace_of_October_it_counts_on_the_day_it_was_sold()
    {
        await host.MoveClockAsync("2026-11-02T19:00:00Z");
        await WinAsync("d1", Saturday, "1200");

        Assert.Equal(("110 grace", "110 grace", "0 open", "0 open"), await BoardsAsync());
        Assert.Equal("2026-10-31", await DayOfAsync("d1"));
    }

    [Fact]
    public async Task Received_after_October_closed_it_counts_when_it_came_and_October_stays_as_it_was()
    {
        await host.MoveClockAsync("2026-11-03T07:00:00Z");
        await WinAsync("d1", Saturday, "1200");

        Assert.Equal(("55 closed", "55 grace", "55 open", "55 open"), await BoardsAsync());
        Assert.Equal("2026-11-03", await DayOfAsync("d1"));
    }

    [Fact]
    public async Task The_late_deal_has_its_label_and_the_snapshots_of_October_stay_as_they_were()
    {
        await host.MoveClockAsync("2026-11-03T07:00:00Z");
        var closed = await host.Admin.GetStringAsync("/api/v1/leaderboard?key=2026-10");
        await WinAsync("d1", Saturday, "1200");

        Assert.Contains("Deal won · 1,200 EUR · late, sold 31 Oct", await PointsAsync("2026-11-03T07:00:00Z"), StringComparison.Ordinal);
        Assert.Equal(closed, await host.Admin.GetStringAsync("/api/v1/leaderboard?key=2026-10"));
    }

    [Fact]
    public async Task Under_the_policy_reject_the_late_deal_is_listed_and_a_reopening_takes_it_in()
    {
        await using var strict = await (
            await RunningHost.StartAsync(("Clock:StartAt", "2026-10-30T08:00:00Z"), ("Organisation:LatePolicy", "reject"))
        ).WithPeopleAsync();
        (var lenient, host) = (host, strict);
        try
        {
            await WinAsync("d0", "2026-10-30T08:00:00Z", "1000");
            await host.MoveClockAsync("2026-11-03T07:00:00Z");
            await WinAsync("d1", Saturday, "1200");
            Assert.Equal(("55 closed", "55 grace", "0 open", "0 open"), await BoardsAsync());
            Assert.Contains(
                "1 activity is left out: 1 received after the close.",
                await PointsAsync("2026-10-31T17:00:00Z"),
                StringComparison.Ordinal
            );
            Assert.Equal("late by ana@example.com", await RejectedAsync());
            Assert.Contains("Deal closed · ana@example.com", await LateInboxAsync(), StringComparison.Ordinal);

            var reopened = await PostAsync("2026-10/reopen", """{"reason":"It was sold in October."}""");
            Assert.Equal((HttpStatusCode.OK, 0), (reopened.Status, reopened.Number("differences")));
            Assert.Equal(("110 reopened", "110 grace", "0 open", "0 open"), await BoardsAsync());
            Assert.Equal("", await RejectedAsync());
            Assert.Contains("Nothing came after the close", await LateInboxAsync(), StringComparison.Ordinal);
        }
        finally
        {
            host = lenient;
        }
    }

    [Fact]
    public async Task A_deal_dated_ahead_counts_when_it_came_and_shows_what_was_claimed()
    {
        await WinAsync("d1", "2026-10-30T09:00:00Z", "1200");

        Assert.Contains("1,200 EUR · dated ahead, Fri 30 Oct 10:00", await PointsAsync("2026-10-30T08:00:00Z"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopening_October_asks_for_the_week_too_moves_the_deal_back_and_closes_as_version_2()
    {
        await host.MoveClockAsync("2026-11-03T07:00:00Z");
        await WinAsync("d1", Saturday, "1200");
        await host.MoveClockAsync("2026-11-04T00:00:00Z");

        var alone = await PostAsync("2026-10/reopen", """{"reason":"A deal came late."}""");
        Assert.Equal((HttpStatusCode.Conflict, "/also"), (alone.Status, alone.Text("pointer")));
        Assert.Contains("2026-W44", alone.Text("remedy"), StringComparison.Ordinal);
        Assert.Equal(("55 closed", "55 closed", "55 open", "55 open"), await BoardsAsync());

        var together = await PostAsync("2026-10/reopen", """{"reason":"A deal came late.","also":["2026-W44"]}""");
        Assert.Equal((HttpStatusCode.OK, 0), (together.Status, together.Number("differences")));
        Assert.Equal(("110 reopened", "110 reopened", "0 open", "0 open"), await BoardsAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("2026-10/close")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("2026-W44/close")).Status);
        Assert.Equal(("110 closed", "110 closed", "0 open", "0 open"), await BoardsAsync());
        Assert.Equal(0, (await PostAsync("../verify")).Number("differences"));
        Assert.Equal(0, (await PostAsync("../replay")).Number("differences"));
        Assert.Equal(["period.closed", "period.closed", "period.reopened", "period.reopened"], await AuditAsync("api"));
    }

    [Fact]
    public async Task The_board_of_the_reopened_week_is_one_living_message_provisional_final_corrected_final()
    {
        await host.MoveClockAsync("2026-11-02T08:00:00Z");
        await host.MoveClockAsync("2026-11-04T00:00:00Z");
        await PostAsync("2026-W44/reopen", """{"reason":"Somebody asked."}""");
        await PostAsync("2026-W44/close");

        var answer = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/announcements");
        Assert.Equal(
            ["provisional", "final", "corrected-2", "final-2"],
            answer
                .EnumerateArray()
                .Where(row => row.GetProperty("to").TryGetProperty("channel", out var channel) && channel.GetString() == "web:org")
                .Select(row => row.GetProperty("about").GetString()!)
                .Where(about => about.StartsWith("board:org:2026-W44:", StringComparison.Ordinal))
                .Select(about => about["board:org:2026-W44:".Length..])
                .Reverse()
        );
    }

    [Fact]
    public async Task Each_close_says_what_it_kept_of_a_goal_of_2000_euros_that_a_late_deal_of_1200_completes()
    {
        await host.PutAsync(
            "/api/v1/goals/g1",
            new
            {
                name = "October",
                subject = new { kind = "person", id = "ana" },
                metric = "revenue",
                target = 2000,
                period = new { kind = "month" },
                tiers = new[]
                {
                    new
                    {
                        kind = "base",
                        triggerPercent = 100,
                        rewards = Array.Empty<object>(),
                    },
                },
            }
        );
        await host.MoveClockAsync("2026-11-03T07:00:00Z");
        await WinAsync("d1", Saturday, "1200");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("2026-10/reopen", """{"reason":"A deal came late."}""")).Status);
        await PostAsync("2026-10/close");

        Assert.Equal("closed, 2 closes, 1: missed 1000/2000 EUR 50% ", await KeptAsync("?version=1"));
        Assert.Equal("closed, 2 closes, 2: completed 2200/2000 EUR 110% base 2026-10-31T17:00:00+00:00", await KeptAsync(""));
    }

    [Theory]
    [InlineData("2026-10?version=0", HttpStatusCode.NotFound)]
    [InlineData("2026-10?version=2", HttpStatusCode.NotFound)]
    [InlineData("2026-10?version=-1", HttpStatusCode.BadRequest)]
    [InlineData("2026-10?version=one", HttpStatusCode.BadRequest)]
    [InlineData("2026-10?version=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("2026-11", HttpStatusCode.NotFound)]
    [InlineData("2026-11-03", HttpStatusCode.NotFound)]
    [InlineData("all", HttpStatusCode.NotFound)]
    public async Task A_close_that_there_was_not_is_not_told(string path, HttpStatusCode status)
    {
        await host.MoveClockAsync("2026-11-03T07:00:00Z");

        var refused = await host.Admin.GetAsync($"/api/v1/periods/{path}");

        Assert.Equal(status, refused.StatusCode);
        Assert.NotEmpty((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("remedy").GetString()!);
    }

    private async Task<string> KeptAsync(string query)
    {
        var answer = await host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/periods/2026-10{query}");
        var goal = answer.GetProperty("goals").EnumerateArray().Single();
        var tiers = goal.GetProperty("tiers")
            .EnumerateArray()
            .Select(tier => $"{tier.GetProperty("kind")} {tier.GetProperty("reachedAt")}");
        return $"{answer.GetProperty("state")}, {answer.GetProperty("closes").GetArrayLength()} closes, {answer.GetProperty("version")}: "
            + $"{goal.GetProperty("state")} {goal.GetProperty("actual")}/{goal.GetProperty("target")} {goal.GetProperty("unit")} "
            + $"{goal.GetProperty("attainmentPercent")}% {string.Join(' ', tiers)}";
    }

    [Theory]
    [InlineData("2026-W44/close", HttpStatusCode.Conflict)]
    [InlineData("2026-W54/close", HttpStatusCode.NotFound)]
    [InlineData("2026-10-30/close", HttpStatusCode.NotFound)]
    [InlineData("all/close", HttpStatusCode.NotFound)]
    [InlineData("%3Cscript%3E/close", HttpStatusCode.NotFound)]
    public async Task What_is_not_over_or_no_period_for_everyone_cannot_be_closed(string path, HttpStatusCode status)
    {
        var refused = await PostAsync(path);

        Assert.Equal(status, refused.Status);
        Assert.NotEmpty(refused.Text("remedy"));
    }

    [Theory]
    [InlineData("2026-11-01T22:59:59Z", HttpStatusCode.Conflict)]
    [InlineData("2026-11-01T23:00:00Z", HttpStatusCode.NoContent)]
    public async Task By_hand_a_week_closes_from_its_end_on_and_not_a_second_before(string now, HttpStatusCode status)
    {
        await host.MoveClockAsync(now);

        Assert.Equal(status, (await PostAsync("2026-W44/close")).Status);
    }

    [Fact]
    public async Task A_closed_period_is_not_closed_again_and_an_open_one_not_reopened()
    {
        await host.MoveClockAsync("2026-11-04T00:00:00Z");

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("2026-W44/close")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("2026-W45/reopen", """{"reason":"Why not."}""")).Status);
    }

    [Theory]
    [InlineData("{}", "/reason")]
    [InlineData("""{"reason":"  "}""", "/reason")]
    [InlineData("""{"reason":"x","also":["W44"]}""", "/also/0")]
    [InlineData("""{"reason":"x","also":["2026-W44",null]}""", "/also/1")]
    [InlineData("""{"reason":"x","also":"2026-W44"}""", "/also")]
    [InlineData("""{"reason":"x","because":"y"}""", "/because")]
    public async Task A_reopening_that_cannot_be_read_is_refused_with_a_pointer(string body, string pointer)
    {
        var refused = await PostAsync("2026-W44/reopen", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(pointer, refused.Text("pointer"), StringComparison.Ordinal);
    }

    private async Task WinAsync(string deal, string at, string amount)
    {
        using var answer = await host.SendAsync(
            deal,
            $$"""{"type":"deal.closed","timestamp":"{{at}}","data":{"dealId":"{{deal}}","owner":"ana@example.com","outcome":"won","amount":{{amount}},"currency":"EUR"} }"""
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Ana's <c>/points</c> of the week of an instant, as text.</summary>
    private async Task<string> PointsAsync(string now)
    {
        var at = InstantPattern.General.Parse(now).Value;
        var ana = await host.Service<DirectoryReader>().FindAsync(new("ana"), new(2026, 11, 1), CancellationToken.None);
        var points = host.Service<IEnumerable<ICommand>>().OfType<PointsCommand>().Single();
        var request = new CommandRequest("points", [], ana!, new("web", "ana", IsChannel: false), CultureInfo.GetCultureInfo("en-GB"), at);
        return PlainText.Render((await points.RunAsync(request, CancellationToken.None)).Card);
    }

    /// <summary>Reason and owner of what came too late.</summary>
    private async Task<string> RejectedAsync() =>
        string.Join(
            ", ",
            (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/quarantine/rejected"))
                .EnumerateArray()
                .Select(fact => $"{fact.GetProperty("reason").GetString()} by {fact.GetProperty("owner").GetString()}")
        );

    private async Task<string> LateInboxAsync()
    {
        await host.PutAsync(
            "/api/v1/people/root",
            new
            {
                name = "Root",
                email = "root@example.com",
                role = "admin",
            }
        );
        var root = new ChatUser("web", "root", _ => Task.FromResult<string?>(null));
        var reply = await host.Service<CommandDesk>()
            .AnswerAsync(
                root,
                "/medalist inbox late",
                new("web", "root", IsChannel: false),
                CultureInfo.GetCultureInfo("en-GB"),
                CancellationToken.None
            );
        return PlainText.Render(reply.Card);
    }

    /// <summary>Ana's points and the state of October, W44, W45 and November.</summary>
    private async Task<(string October, string W44, string W45, string November)> BoardsAsync() =>
        (await BoardAsync("2026-10"), await BoardAsync("2026-W44"), await BoardAsync("2026-W45"), await BoardAsync("2026-11"));

    private async Task<string> BoardAsync(string key)
    {
        var board = await host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/leaderboard?key={key}");
        var points = board.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("score").GetInt64());
        return string.Create(CultureInfo.InvariantCulture, $"{points} {board.GetProperty("state").GetString()}");
    }

    private async Task<string> DayOfAsync(string deal)
    {
        var ledger = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/ledger");
        var line = ledger
            .EnumerateArray()
            .First(line => line.GetProperty("activity").GetString()!.EndsWith(deal, StringComparison.Ordinal));
        return line.GetProperty("at").GetString()![..10];
    }

    private async Task<string[]> AuditAsync(string by)
    {
        var rows = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/audit");
        return
        [
            .. rows.EnumerateArray()
                .Where(row => row.GetProperty("by").GetString() == by)
                .Select(row => row.GetProperty("what").GetString()!)
                .Where(what => what.StartsWith("period.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task<Answer> PostAsync(string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Admin.PostAsync($"/api/v1/periods/{path}", content);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private sealed record Answer(HttpStatusCode Status, JsonElement Body)
    {
        public string Text(string member) => Body.GetProperty(member).GetString()!;

        public int Number(string member) => Body.GetProperty(member).GetInt32();
    }
}
