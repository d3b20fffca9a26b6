using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Commands;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Tests.Api;

/// <summary>Everything that changes something by the API or by a command leaves a row: who, when, what, before, after, why.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const string TeamsGrant = "team%2Fteam:emea%2Fbase%2F2026-11";
    private const string AnasGrant = "own%2Fperson:ana%2Fbase%2F2026-11%2Fperson:ana%2F";

    /// <summary>What each mutating endpoint is asked, in an order in which all of it can be done, and the row it leaves.</summary>
    private static readonly (string Endpoint, string Path, object? Body, string? Row)[] Walk =
    [
        ("PUT /api/v1/teams/{id}", "teams/emea", new { name = "Europe", managers = new[] { "mara" } }, "team.put"),
        (
            "PUT /api/v1/people/{id}",
            "people/ana",
            new
            {
                name = "Ana A",
                email = "ana@example.com",
                role = "manager",
            },
            "person.put"
        ),
        ("PUT /api/v1/channels/{id}", "channels/web:emea", new { budget = 4, quiet = "20:00-08:00" }, "channel.settings"),
        ("POST /api/v1/quarantine/{id}/link", "quarantine/{crm/q2}/link", new { person = "ben" }, "identity.linked"),
        ("POST /api/v1/quarantine/{id}/accept", "quarantine/{crm/q3}/accept", null, "activity.accepted"),
        ("POST /api/v1/quarantine/{id}/dismiss", "quarantine/{crm/q4}/dismiss", new { reason = "A test" }, "activity.dismissed"),
        (
            "PUT /api/v1/rates",
            "rates",
            new[]
            {
                new
                {
                    currency = "CHF",
                    date = "2026-11-18",
                    rate = "1.05",
                },
            },
            "rates.put"
        ),
        ("PUT /api/v1/badges/{id}", "badges/closer", new { threshold = 30 }, "badge.put"),
        (
            "PUT /api/v1/goals/{id}",
            "goals/push",
            new
            {
                name = "Push",
                subject = new { kind = "person", id = "ana" },
                metric = "quotes",
                target = 10,
                period = new { kind = "week" },
            },
            "goal.published"
        ),
        ("DELETE /api/v1/goals/{id}", "goals/push?reason=Done", null, "goal.archived"),
        ("POST /api/v1/grants/{key}/keep", $"grants/{TeamsGrant}/keep", new { reason = "They earned it" }, "grant.kept"),
        (
            "POST /api/v1/grants/{key}/recipients",
            $"grants/{TeamsGrant}/recipients",
            new { add = new[] { "cho" }, reason = "Cho helped" },
            "grant.recipients"
        ),
        ("POST /api/v1/prizes/{id}/redeem", $"prizes/{AnasGrant}prize/redeem", null, "prize.redeemed"),
        ("POST /api/v1/prizes/{id}/fulfil", $"prizes/{AnasGrant}prize/fulfil", new { reason = "At the party" }, "prize.fulfilled"),
        ("POST /api/v1/prizes/{id}/cancel", $"prizes/{AnasGrant}prize:2/cancel", new { reason = "Sold out" }, "prize.cancelled"),
        ("PUT /api/v1/rules", "rules", new { points = new { quoteSent = 12 } }, "rules.changed"),
        ("POST /api/v1/clock", "clock", new { now = "2026-11-23T09:00:00Z" }, "clock.moved"),
        ("POST /api/v1/periods/{key}/close", "periods/2026-W47/close", null, "period.closed"),
        ("POST /api/v1/periods/{key}/reopen", "periods/2026-W47/reopen", new { reason = "A late deal" }, "period.reopened"),
        ("POST /api/v1/replay", "replay", null, "game.replayed"),
        ("POST /api/v1/verify", "verify", null, null),
    ];

    /// <summary>Every command and what of it changes something; the others only read.</summary>
    private static readonly Dictionary<string, (string Line, string Row)[]> Commands = new(StringComparer.Ordinal)
    {
        ["leaderboard"] = [],
        ["points"] = [],
        ["badges"] = [],
        ["performance"] = [],
        ["rewards"] = [],
        ["team-goals"] = [("/team-goals replay team", "goal.replayed")],
        ["why"] = [],
        ["medalist"] =
        [
            ("/medalist channel emea", "channel.connected"),
            ("/medalist channel mention person", "channel.mention"),
            ("/medalist channel budget 4", "channel.settings"),
            ("/medalist channel pause", "channel.paused"),
            ("/medalist channel resume", "channel.resumed"),
            ("/medalist settings hints on", "person.hints"),
            ("/medalist settings language es", "person.settings"),
            ("/medalist settings alias Falcon", "person.put"),
        ],
        ["goals"] =
        [
            ("/goals", "goal.default"),
            ("/goals pause quotes", "goal.paused"),
            ("/goals resume quotes", "goal.resumed"),
            ("/goals delete quotes", "goal.deleted"),
            ("/goals undo", "goal.restored"),
        ],
    };

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await PromiseAsync("team", "team", "emea", new { kind = "coins", amount = 50 });
        await PromiseAsync(
            "own",
            "person",
            "ana",
            new { kind = "coins", amount = 500 },
            new
            {
                kind = "prize",
                name = "Dinner",
                price = 400,
            },
            new { kind = "prize", name = "Mug" }
        );
        await QuoteAsync("q1", "2026-11-18T08:30:00Z", "ana@example.com");
        await QuoteAsync("q2", "2026-11-18T08:30:00Z", "stranger-1");
        await QuoteAsync("q3", "2026-10-01T08:30:00Z", "ana@example.com");
        await QuoteAsync("q4", "2026-11-18T08:30:00Z", "stranger-2");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Each_mutating_endpoint_leaves_a_row_and_a_new_one_has_to_be_added_here()
    {
        Assert.Equal(Mutating().Order(StringComparer.Ordinal), Walk.Select(step => step.Endpoint).Order(StringComparer.Ordinal));

        foreach (var (endpoint, path, body, what) in Walk)
        {
            var before = await NewestAsync();
            await CallAsync(endpoint.Split(' ')[0], path, body);
            var rows = await RowsAsync($"/api/v1/audit?by=api{(what is null ? "" : $"&what={what}")}");
            if (what is null)
                Assert.Equal(before, await NewestAsync());
            else
                AssertTold(rows[0], before, endpoint);
        }
    }

    [Fact]
    public async Task Each_command_that_changes_something_leaves_a_row_with_the_persons_id()
    {
        Assert.Equal(
            host.Service<IEnumerable<ICommand>>().Select(command => command.Name).Order(StringComparer.Ordinal),
            Commands.Keys.Order(StringComparer.Ordinal)
        );

        foreach (var (line, what) in Commands.Values.SelectMany(lines => lines))
        {
            await host.Service<CommandDesk>()
                .AnswerAsync(
                    new("web", "mara", _ => Task.FromResult<string?>(null)),
                    line,
                    new("slack", "C01", IsChannel: true),
                    CultureInfo.InvariantCulture,
                    CancellationToken.None
                );
            Assert.Equal("mara", (await RowsAsync($"/api/v1/audit?what={what}"))[0].GetProperty("by").GetString());
        }
    }

    [Fact]
    public async Task A_row_tells_what_was_before_and_what_is_after()
    {
        foreach (var (endpoint, path, body, _) in Walk)
            await CallAsync(endpoint.Split(' ')[0], path, body);

        var team = (await RowsAsync("/api/v1/audit?what=team.put"))[0];
        Assert.Contains("\"EMEA\",\"managers\":[\"mara\"]", team.GetProperty("before").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"Europe\"", team.GetProperty("after").GetString(), StringComparison.Ordinal);
        var person = (await RowsAsync("/api/v1/audit?what=person.put"))[0];
        Assert.Contains("\"role\":\"Rep\"", person.GetProperty("before").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"role\":\"Manager\"", person.GetProperty("after").GetString(), StringComparison.Ordinal);
        var reopened = (await RowsAsync("/api/v1/audit?what=period.reopened"))[0];
        Assert.Equal("""{"state":"Closed","version":1}""", reopened.GetProperty("before").GetString());
        Assert.Equal("""{"state":"Reopened","version":1}""", reopened.GetProperty("after").GetString());
        Assert.Equal("A late deal", reopened.GetProperty("reason").GetString());
        var accepted = (await RowsAsync("/api/v1/audit?what=activity.accepted"))[0];
        Assert.Equal("""{"state":"Quarantined","reason":"too-old"}""", accepted.GetProperty("before").GetString());
    }

    [Fact]
    public async Task The_list_is_asked_by_time_kind_and_person_and_read_page_by_page()
    {
        await host.MoveClockAsync("2026-11-18T12:00:00Z");
        await host.PutAsync("/api/v1/teams/emea", new { name = "Later" });

        Assert.Single(await RowsAsync("/api/v1/audit?from=2026-11-18T12:00:00Z&what=team."));
        Assert.DoesNotContain(await RowsAsync("/api/v1/audit?to=2026-11-18T12:00:00Z"), row => row.ToString().Contains("Later"));
        Assert.Empty(await RowsAsync("/api/v1/audit?by=nobody"));
        var all = await RowsAsync("/api/v1/audit");
        var paged = new List<long>();
        for (long? last = null; ; last = paged[^1])
        {
            var page = await RowsAsync(
                $"/api/v1/audit?take=3{(last is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&before={last}"))}"
            );
            if (page.Count == 0)
                break;
            paged.AddRange(page.Select(row => row.GetProperty("id").GetInt64()));
        }

        Assert.Equal(all.Select(row => row.GetProperty("id").GetInt64()), paged);
    }

    [Theory]
    [InlineData("from=yesterday", "/from")]
    [InlineData("to=2026-11-18", "/to")]
    [InlineData("take=0", "/take")]
    [InlineData("take=1001", "/take")]
    [InlineData("before=x", "/before")]
    public async Task A_filter_that_cannot_be_read_is_named(string query, string pointer)
    {
        using var answer = await host.Admin.GetAsync(new Uri($"/api/v1/audit?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(pointer, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pointer").GetString());
    }

    private IEnumerable<string> Mutating() =>
        host.Service<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint =>
                endpoint
                    .Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Where(method => !HttpMethods.IsGet(method))
                    .Select(method => $"{method} {endpoint.RoutePattern.RawText}")
            );

    private static void AssertTold(JsonElement row, long before, string endpoint)
    {
        Assert.True(row.GetProperty("id").GetInt64() > before, $"{endpoint} left no row.");
        Assert.NotEmpty(row.GetProperty("about").GetString()!);
        Assert.NotEmpty(row.GetProperty("after").GetString()!);
        Assert.StartsWith("2026-11-", row.GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    private async Task CallAsync(string method, string path, object? body)
    {
        if (path.Split('{', '}') is [var start, var fact, var end])
            path = $"{start}{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(fact))}{end}";

        using var request = new HttpRequestMessage(new(method), $"/api/v1/{path}")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var answer = await host.Admin.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<long> NewestAsync() => (await RowsAsync("/api/v1/audit?take=1"))[0].GetProperty("id").GetInt64();

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string path) =>
        [.. (await host.Admin.GetFromJsonAsync<JsonElement>(path)).EnumerateArray()];

    /// <summary>A goal that one quote in November reaches.</summary>
    private Task PromiseAsync(string goal, string kind, string id, params object[] rewards) =>
        host.PutAsync(
            $"/api/v1/goals/{goal}",
            new
            {
                name = goal,
                subject = new { kind, id },
                metric = "quotes",
                target = 1,
                period = new { kind = "month" },
                tiers = new[] { new { kind = "base", rewards } },
            }
        );

    private Task<HttpResponseMessage> QuoteAsync(string id, string at, string owner) =>
        host.SendAsync(id, $$$"""{"type":"quote.sent","timestamp":"{{{at}}}","data":{"quoteId":"{{{id}}}","owner":"{{{owner}}}"}}""");
}
