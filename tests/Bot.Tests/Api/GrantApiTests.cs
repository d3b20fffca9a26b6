using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Api;

/// <summary>What was granted, over HTTP: EMEA sells 1,000 in November 2026, and Ana 100.</summary>
public sealed class GrantApiTests : IAsyncLifetime
{
    private const string TeamKey = "team/team:emea/base/2026-11";
    private const string AnasKey = "own/person:ana/base/2026-11";

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await PutAsync(
            "team",
            """{"name":"Team","subject":{"kind":"team","id":"emea"},"metric":"revenue","target":1000,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]}]}"""
        );
        await PutAsync(
            "own",
            """{"name":"Own","subject":{"kind":"person","id":"ana"},"metric":"revenue","target":100,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":500},{"kind":"prize","name":"Dinner","price":400},{"kind":"prize","name":"Mug"}]},{"kind":"super"}]}"""
        );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_grant_is_listed_with_its_key_activity_and_lines_and_a_wallet_with_coins_and_prizes()
    {
        await WinAsync("d1", "ana@example.com", "104.99");

        var grant = Assert.Single(await GrantsAsync("?goal=own&period=2026-11"));
        Assert.Equal(
            $"{AnasKey} own person:ana base 2026-11 crm/d1 granted 2026-11-18T08:00:00+00:00",
            $"{Of(grant, "key")} {Of(grant, "goal")} {Of(grant, "subject")} {Of(grant, "tier")} {Of(grant, "period")} {Of(grant, "activity")} {Of(grant, "state")} {Of(grant, "grantedAt")}"
        );
        Assert.Equal(
            ["ana coins 500 0", "ana prize 1 0", "ana prize:2 1 0"],
            grant
                .GetProperty("lines")
                .EnumerateArray()
                .Select(line => $"{Of(line, "recipient")} {Of(line, "reward")} {Of(line, "amount")} {Of(line, "revision")}")
        );
        Assert.Empty(await GrantsAsync("?goal=team"));
        Assert.Empty(await GrantsAsync("?period=2026-10"));
        Assert.Equal("500 Dinner offered Mug pending", await WalletAsync("ana"));
        Assert.Equal("0", await WalletAsync("ben"));
        var progress = await GetAsync("goals/own/progress");
        Assert.Equal(
            "completed reached active",
            $"{Of(progress, "state")} {string.Join(' ', progress.GetProperty("tiers").EnumerateArray().Select(tier => Of(tier, "state")))}"
        );
        Assert.Equal("2026-11-18T08:00:00+00:00", Of(progress.GetProperty("tiers")[0], "reachedAt"));
    }

    [Theory]
    [InlineData(1, "granted")]
    [InlineData(2, "reversed")]
    public async Task Somebody_new_counts_among_those_who_take_part_at_once_so_that_verify_finds_nothing(int newcomers, string state)
    {
        await PutAsync(
            "half",
            """{"name":"Half","subject":{"kind":"team","id":"emea"},"metric":"revenue","target":100,"period":{"kind":"month"},"participationPercent":50,"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":5}]}]}"""
        );
        await WinAsync("d1", "ana@example.com", "60");
        await WinAsync("d2", "ben@example.com", "60");
        Assert.Equal("granted", Of(Assert.Single(await GrantsAsync("?goal=half")), "state"));

        for (var i = 0; i < newcomers; i++)
            await host.PutAsync(
                $"/api/v1/people/new{i}",
                new
                {
                    name = $"New {i}",
                    email = $"new{i}@example.com",
                    team = "emea",
                }
            );

        using var verified = await host.Admin.PostAsJsonAsync("/api/v1/verify", new { });
        Assert.Equal("0", Of(await verified.Content.ReadFromJsonAsync<JsonElement>(), "differences"));
        Assert.Equal(state, Of(Assert.Single(await GrantsAsync("?goal=half")), "state"));
    }

    [Fact]
    public async Task A_deal_that_is_reopened_takes_coins_and_prizes_back_and_pays_back_what_was_paid()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        await ActAsync($"prizes/{Encoded(AnasKey, "person:ana/prize")}/redeem", HttpStatusCode.OK);
        Assert.Equal("100 Dinner pending Mug pending", await WalletAsync("ana"));

        await ReopenAsync("r1", "d1");

        Assert.Equal("0 Dinner cancelled Mug cancelled", await WalletAsync("ana"));
        Assert.Equal(
            ["400 prize reversed 2", "-400 prize redeem 1", "-500 reward reversed 1", "500 reward reached 0"],
            (await GetAsync("people/ana/ledger?unit=coins"))
                .EnumerateArray()
                .Select(line => $"{Of(line, "amount")} {Of(line, "rule")} {Of(line, "reason")} {Of(line, "revision")}")
        );
        Assert.Equal("reversed", Of((await GetAsync("goals/own/progress")).GetProperty("tiers")[0], "state"));
        Assert.Equal("reversed", Of(Assert.Single(await GrantsAsync("?goal=own")), "state"));
        await WinAsync("d2", "ana@example.com", "500", deal: "d1");
        Assert.Equal("500 Dinner offered Mug pending", await WalletAsync("ana"));
    }

    [Fact]
    public async Task A_prize_is_redeemed_once_handed_out_once_and_not_for_more_than_there_is()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        var (dinner, mug) = (Encoded(AnasKey, "person:ana/prize"), Encoded(AnasKey, "person:ana/prize:2"));

        await ActAsync($"prizes/{dinner}/fulfil", HttpStatusCode.Conflict);
        await ActAsync($"prizes/{mug}/redeem", HttpStatusCode.Conflict);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ActAsync($"prizes/{dinner}/redeem", HttpStatusCode.OK)));
        Assert.Equal("100 Dinner pending Mug pending", await WalletAsync("ana"));

        await ActAsync($"prizes/{dinner}/fulfil", HttpStatusCode.OK, """{"reason":"At the party"}""");
        await ActAsync($"prizes/{dinner}/fulfil", HttpStatusCode.OK);
        await ActAsync($"prizes/{dinner}/cancel", HttpStatusCode.Conflict);
        await ActAsync($"prizes/{mug}/cancel", HttpStatusCode.OK, """{"reason":"Sold out"}""");

        Assert.Equal("100 Dinner fulfilled Mug cancelled", await WalletAsync("ana"));
        Assert.Equal("Dinner", Of(Assert.Single((await GetAsync("prizes?state=fulfilled")).EnumerateArray()), "name"));
        Assert.Empty((await GetAsync("prizes?state=pending")).EnumerateArray());
        await ReopenAsync("r1", "d1");
        Assert.Equal("True", Of(Assert.Single((await GetAsync("prizes?state=fulfilled")).EnumerateArray()), "flagged"));
        Assert.Equal("-400 Dinner fulfilled Mug cancelled", await WalletAsync("ana"));
    }

    [Fact]
    public async Task Coins_that_are_missing_are_named()
    {
        await PutAsync(
            "dear",
            """{"name":"Dear","subject":{"kind":"person","id":"ben"},"metric":"revenue","target":1,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"prize","name":"Car","price":1500}]}]}"""
        );
        await WinAsync("d1", "ben@example.com", "10");

        var refused = await ActAsync(
            $"prizes/{Encoded("dear/person:ben/base/2026-11", "person:ben/prize")}/redeem",
            HttpStatusCode.Conflict
        );

        Assert.Equal("Car costs 1,500 coins, and there are 0. Collect 1,500 more.", $"{Of(refused, "detail")} {Of(refused, "remedy")}");
    }

    [Fact]
    public async Task Recipients_of_a_team_are_added_and_left_out_until_the_close_and_of_a_persons_grant_never()
    {
        await WinAsync("d1", "ana@example.com", "1000");
        Assert.Equal("ana 50 ben 50 mara 50", await ReceivedAsync());

        await ActAsync(
            $"grants/{Uri.EscapeDataString(TeamKey)}/recipients",
            HttpStatusCode.OK,
            """{"add":["cho"],"remove":["mara"],"reason":"Cho helped"}"""
        );
        Assert.Equal("ana 50 ben 50 cho 50", await ReceivedAsync());
        var changes = Assert.Single(await GrantsAsync("?goal=team")).GetProperty("changes");
        Assert.Equal(
            ["cho True Cho helped", "mara False Cho helped"],
            changes.EnumerateArray().Select(change => $"{Of(change, "person")} {Of(change, "added")} {Of(change, "reason")}")
        );

        await ActAsync($"grants/{Uri.EscapeDataString(AnasKey)}/recipients", HttpStatusCode.Conflict, """{"add":["cho"],"reason":"?"}""");
        await host.MoveClockAsync("2026-12-02T22:59:00Z");
        await ActAsync("periods/2026-11/close", HttpStatusCode.NoContent);
        await ActAsync(
            $"grants/{Uri.EscapeDataString(TeamKey)}/recipients",
            HttpStatusCode.Conflict,
            """{"add":["mara"],"reason":"Late"}"""
        );
        Assert.Equal("0", Of(await ActAsync("verify", HttpStatusCode.OK), "differences"));
    }

    [Fact]
    public async Task A_kept_grant_outlives_the_fact_that_shows_it_was_never_reached()
    {
        await WinAsync("d1", "ana@example.com", "1000");
        await ActAsync($"grants/{Uri.EscapeDataString(TeamKey)}/keep", HttpStatusCode.OK, """{"reason":"They earned it"}""");
        await ActAsync($"grants/{Uri.EscapeDataString(TeamKey)}/keep", HttpStatusCode.OK, """{"reason":"Again"}""");

        await SendAsync("a1", "deal.amount_changed", """{"dealId":"d1","amount":"10","currency":"EUR"}""", "2026-11-18T08:00:00Z");

        Assert.Equal("ana 50 ben 50 mara 50", await ReceivedAsync());
        Assert.Equal("api", Of(Assert.Single(await GrantsAsync("?goal=team")), "kept"));
        Assert.Equal("0", Of(await ActAsync("verify", HttpStatusCode.OK), "differences"));
    }

    [Theory]
    [InlineData("grants/KEY/keep", "{}", HttpStatusCode.BadRequest)]
    [InlineData("grants/KEY/keep", """{"reason":" "}""", HttpStatusCode.BadRequest)]
    [InlineData("grants/KEY/keep", """{"reason":"x","why":1}""", HttpStatusCode.BadRequest)]
    [InlineData("grants/none/keep", """{"reason":"x"}""", HttpStatusCode.NotFound)]
    [InlineData("grants/team%2Fteam:emea%2Fmega%2F2026-11/keep", """{"reason":"x"}""", HttpStatusCode.NotFound)]
    [InlineData("grants/%2F%2F%2F/keep", """{"reason":"x"}""", HttpStatusCode.NotFound)]
    [InlineData("grants/a%2Fb%2Fgiga%2Fc/keep", """{"reason":"x"}""", HttpStatusCode.NotFound)]
    [InlineData("grants/KEY/recipients", """{"reason":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("grants/KEY/recipients", """{"add":["nobody"],"reason":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("grants/KEY/recipients", """{"add":[null],"reason":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("grants/KEY/recipients", """{"add":["ana"],"remove":["ana"],"reason":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("grants/KEY/recipients", """{"add":"ana","reason":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("prizes/none/fulfil", "{}", HttpStatusCode.NotFound)]
    [InlineData("prizes/none/cancel", "{}", HttpStatusCode.NotFound)]
    [InlineData("prizes/none/redeem", "", HttpStatusCode.NotFound)]
    [InlineData("prizes/a%2Fb%2Fbase%2Fc%2Fd%2Fe/redeem", "", HttpStatusCode.NotFound)]
    [InlineData("prizes/own%2Fperson:ana%2Fbase%2F2026-11%2Fperson:ben%2Fprize/redeem", "", HttpStatusCode.NotFound)]
    [InlineData("prizes/own%2Fperson:ana%2Fbase%2F2026-11%2Fperson:ana%2Fcoins/fulfil", "{}", HttpStatusCode.NotFound)]
    [InlineData("prizes/own%2Fperson:ana%2Fbase%2F2026-11%2Fperson:ana%2Fprize/fulfil", """{"reason":""}""", HttpStatusCode.BadRequest)]
    public async Task Hostile_ids_and_bodies_change_nothing_and_are_told_what_to_do(string path, string body, HttpStatusCode status)
    {
        await WinAsync("d1", "ana@example.com", "1000");
        var before = (await GetAsync("grants")).GetRawText();

        var problem = await ActAsync(path.Replace("KEY", Uri.EscapeDataString(TeamKey), StringComparison.Ordinal), status, body);

        Assert.NotEmpty(Of(problem, "remedy"));
        Assert.Equal(before, (await GetAsync("grants")).GetRawText());
    }

    private Task PutAsync(string id, string body) => host.PutAsync($"/api/v1/goals/{id}", JsonSerializer.Deserialize<JsonElement>(body));

    private Task WinAsync(string id, string owner, string amount, string? deal = null) =>
        SendAsync(
            id,
            "deal.closed",
            $$$"""{"dealId":"{{{deal ?? id}}}","owner":"{{{owner}}}","outcome":"won","amount":"{{{amount}}}","currency":"EUR"}""",
            deal is null ? "2026-11-18T08:00:00Z" : "2026-11-18T08:50:00Z"
        );

    private Task ReopenAsync(string id, string deal) =>
        SendAsync(id, "deal.reopened", $$"""{"dealId":"{{deal}}"}""", "2026-11-18T08:30:00Z");

    private async Task SendAsync(string id, string type, string data, string at)
    {
        using var answer = await host.SendAsync(id, $$"""{"type":"{{type}}","timestamp":"{{at}}","data":{{data}}}""");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<JsonElement> ActAsync(string path, HttpStatusCode status, string body = "")
    {
        using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await host.Admin.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), content);
        Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return status is HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string> WalletAsync(string person)
    {
        var wallet = await GetAsync($"people/{person}/wallet");
        return string.Join(
            ' ',
            wallet
                .GetProperty("prizes")
                .EnumerateArray()
                .Select(prize => $"{Of(prize, "name")} {Of(prize, "state")}")
                .Prepend(Of(wallet, "coins"))
        );
    }

    /// <summary>Whom the team's grant gives coins, net.</summary>
    private async Task<string> ReceivedAsync() =>
        string.Join(
            ' ',
            Assert
                .Single(await GrantsAsync("?goal=team"))
                .GetProperty("lines")
                .EnumerateArray()
                .GroupBy(line => Of(line, "recipient"))
                .Select(line => (Recipient: line.Key, Net: line.Sum(revision => revision.GetProperty("amount").GetInt64())))
                .Where(line => line.Net != 0)
                .OrderBy(line => line.Recipient, StringComparer.Ordinal)
                .Select(line => $"{line.Recipient} {line.Net}")
        );

    private async Task<List<JsonElement>> GrantsAsync(string query) => [.. (await GetAsync($"grants{query}")).EnumerateArray()];

    private Task<JsonElement> GetAsync(string path) => host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/{path}");

    private static string Encoded(string grant, string rest) => Uri.EscapeDataString($"{grant}/{rest}");

    private static string Of(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
