using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Api;

public sealed class AdminApiTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("bearer an-admin-key-for-tests")]
    [InlineData("Basic an-admin-key-for-tests")]
    public async Task Without_the_admin_key_the_answer_is_401(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/leaderboard");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_deal_of_a_known_rep_is_50_points_and_an_active_day_of_5_on_both_boards()
    {
        await host.SendAsync("e1", Deal("d1", "ana@example.com", "1200.50"));

        var organisation = await RowsAsync("/api/v1/leaderboard?period=week");
        var team = await RowsAsync("/api/v1/leaderboard?period=month&team=emea");
        var revenue = await RowsAsync("/api/v1/leaderboard?by=revenue");

        Assert.Equal([(1, "ana", 55L)], organisation);
        Assert.Equal([(1, "ana", 55L)], team);
        Assert.Equal([(1, "ana", 120_050L)], revenue);
    }

    [Fact]
    public async Task The_ledger_gives_a_line_for_the_deal_and_one_for_the_day()
    {
        await host.SendAsync("e1", Deal("d1", "ana@example.com", "100"));

        var lines = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/ledger");

        Assert.Equal(
            [("day.active", 5L), ("deal.won", 50L)],
            lines.EnumerateArray().Select(line => (line.GetProperty("rule").GetString()!, line.GetProperty("amount").GetInt64())).Order()
        );
    }

    [Fact]
    public async Task An_unknown_owner_waits_in_quarantine_and_counts_in_business_order_once_linked()
    {
        using var quarantined = await host.SendAsync("e1", Deal("d1", "crm-user-7", "100"));
        var waiting = (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/quarantine"))[0];

        using var linked = await host.Admin.PostAsJsonAsync(
            $"/api/v1/quarantine/{waiting.GetProperty("id").GetString()}/link",
            new { person = "ben" }
        );

        Assert.Equal(HttpStatusCode.Accepted, quarantined.StatusCode);
        Assert.Equal("unknown-owner", waiting.GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.NoContent, linked.StatusCode);
        Assert.Equal([(1, "ben", 55L)], await RowsAsync("/api/v1/leaderboard"));
        Assert.Equal(0, (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/quarantine")).GetArrayLength());
    }

    [Fact]
    public async Task A_first_deal_is_announced_once_to_the_teams_channel_and_once_to_the_person()
    {
        await host.SendAsync("e1", Deal("d1", "ana@example.com", "100"));
        await host.SendAsync("e2", Deal("d2", "ana@example.com", "100"));

        var announcements = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/announcements");

        Assert.Equal(
            [("badge:first-sale:ana", "channel web:emea"), ("badge:first-sale:ana", "person ana")],
            announcements.EnumerateArray().Select(row => (row.GetProperty("about").GetString()!, To(row.GetProperty("to")))).Order()
        );
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("""{"name":"A","name":"B","email":"a@b.c"}""", "")]
    [InlineData("""{"name":7}""", "/name")]
    [InlineData("""{"name":"","email":"a@b.c"}""", "/name")]
    [InlineData("""{"name":"A","email":"nobody"}""", "/email")]
    [InlineData("""{"name":"A","email":"a@b.c","role":"king"}""", "/role")]
    [InlineData("""{"name":"A","email":"a@b.c","role":"1"}""", "/role")]
    [InlineData("""{"name":"A","email":"a@b.c","publicity":"alias"}""", "/alias")]
    [InlineData("""{"name":"A","email":"a@b.c","memberships":[{"team":"emea","from":"2026-13-01"}]}""", "/memberships/0/from")]
    [InlineData(
        """{"name":"A","email":"a@b.c","memberships":[{"team":"emea","from":"2026-11-02","to":"2026-11-02"}]}""",
        "/memberships/0/to"
    )]
    [InlineData("""{"name":"A","email":"a@b.c","calendar":{"timeZone":"Mars/Base"}}""", "/calendar/timeZone")]
    [InlineData("""{"name":"A","email":"a@b.c","calendar":{"start":"18:00","end":"09:00"}}""", "/calendar/end")]
    public async Task A_person_that_cannot_be_stored_is_refused_with_a_pointer_to_the_member(string body, string pointer)
    {
        using var response = await host.Admin.PutAsync("/api/v1/people/new", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(pointer, problem.GetProperty("pointer").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task An_email_of_somebody_else_is_refused_with_409()
    {
        using var response = await host.Admin.PutAsJsonAsync("/api/v1/people/other", new { name = "Other", email = "ANA@example.com" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/leaderboard?period=fortnight", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/leaderboard?key=2026-W54", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/leaderboard?by=luck", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/leaderboard?by=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/leaderboard?team=nobody", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/announcements?state=lost", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/people/nobody/ledger", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/people/ana/ledger?unit=stars", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/people/ana/ledger?from=yesterday", HttpStatusCode.BadRequest)]
    public async Task A_wrong_question_is_refused_with_the_remedy(string path, HttpStatusCode status)
    {
        using var response = await host.Admin.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task A_week_is_provisional_on_Monday_at_9_and_final_48_hours_after_its_end()
    {
        await host.SendAsync("e1", Deal("d1", "ana@example.com", "100"));

        Assert.Equal(HttpStatusCode.NoContent, await host.MoveClockAsync("2026-11-23T07:59:59Z"));
        var before = await BoardsAsync();
        await host.MoveClockAsync("2026-11-23T08:00:00Z");
        var provisional = await BoardsAsync();
        await host.MoveClockAsync("2026-11-24T23:00:00Z");
        var final = await BoardsAsync();

        Assert.Empty(before);
        Assert.Contains("board:team:emea:2026-W47:provisional", provisional);
        Assert.DoesNotContain(provisional, about => about.EndsWith("final", StringComparison.Ordinal));
        Assert.Contains("board:team:emea:2026-W47:final", final);
        Assert.Equal(
            "closed",
            (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/leaderboard?key=2026-W47")).GetProperty("state").GetString()
        );
    }

    [Fact]
    public async Task The_clock_only_moves_forward() =>
        Assert.Equal(HttpStatusCode.BadRequest, await host.MoveClockAsync("2026-11-18T08:59:59Z"));

    [Fact]
    public async Task The_description_names_every_route_of_the_api()
    {
        var document = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "/api/v1/teams/{id}",
                "/api/v1/people/{id}",
                "/api/v1/leaderboard",
                "/api/v1/people/{id}/ledger",
                "/api/v1/announcements",
                "/api/v1/clock",
            },
            paths
        );
        Assert.Contains(
            "text/html",
            (await host.Client.GetAsync("/docs")).Content.Headers.ContentType!.ToString(),
            StringComparison.Ordinal
        );
    }

    private static string Deal(string deal, string owner, string amount) =>
        $$"""{"type":"deal.closed","timestamp":"2026-11-18T09:00:00Z","data":{"dealId":"{{deal}}","owner":"{{owner}}","outcome":"won","amount":{{amount}},"currency":"EUR"} }""";

    private static string To(JsonElement to) =>
        to.TryGetProperty("channel", out var channel) && channel.ValueKind == JsonValueKind.String
            ? $"channel {channel}"
            : $"person {to.GetProperty("person")}";

    private async Task<List<string>> BoardsAsync() =>
        [
            .. (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/announcements"))
                .EnumerateArray()
                .Where(row => row.GetProperty("kind").GetString()!.StartsWith("board.", StringComparison.Ordinal))
                .Select(row => row.GetProperty("about").GetString()!),
        ];

    private async Task<List<(int, string, long)>> RowsAsync(string path) =>
        [
            .. (await host.Admin.GetFromJsonAsync<JsonElement>(path))
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row =>
                    (row.GetProperty("rank").GetInt32(), row.GetProperty("person").GetString()!, row.GetProperty("score").GetInt64())
                ),
        ];
}
