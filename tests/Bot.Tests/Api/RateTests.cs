using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;
using NodaTime;
using Storage;

namespace Bot.Tests.Api;

/// <summary>Rates over the API of a company in euros, on Wednesday 2026-11-18.</summary>
public sealed class RateTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_deal_without_a_rate_waits_is_told_and_counts_in_the_commit_that_brings_the_rate()
    {
        var (status, answer) = await WinAsync("d1", "1000", "CHF");
        Assert.Equal((HttpStatusCode.Accepted, "no-rate"), (status, answer.GetProperty("reason").GetString()));
        Assert.Contains("1 activity is left out: 1 in CHF without a rate.", await PointsAsync(), StringComparison.Ordinal);

        var put = await PutAsync(
            """[{"currency":"CHF","date":"2026-11-16","rate":1.0512},{"currency":"USD","date":"2026-11-16","rate":"0.92"}]"""
        );

        Assert.Equal((2, 1), (put.Body.GetProperty("changed").GetInt32(), put.Body.GetProperty("released").GetInt32()));
        Assert.Contains("1,051.20 EUR", await PointsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("left out", await PointsAsync(), StringComparison.Ordinal);
        Assert.Empty((await GetAsync("quarantine")).EnumerateArray());
        Assert.Equal(0, (await PostAsync("verify")).GetProperty("differences").GetInt32());
    }

    [Fact]
    public async Task Editing_a_rate_changes_nothing_accepted_and_is_in_the_audit_with_before_and_after()
    {
        await PutAsync("""[{"currency":"USD","date":"2026-11-18","rate":0.92}]""");
        await WinAsync("d1", "100", "USD");

        var put = await PutAsync("""[{"currency":"USD","date":"2026-11-18","rate":0.5}]""");
        var same = await PutAsync("""[{"currency":"USD","date":"2026-11-18","rate":"0.50"}]""");

        Assert.Equal((1, 0), (put.Body.GetProperty("changed").GetInt32(), same.Body.GetProperty("changed").GetInt32()));
        Assert.Contains("92 EUR", await PointsAsync(), StringComparison.Ordinal);
        var audit = (await GetAsync("audit")).EnumerateArray().Where(row => row.GetProperty("what").GetString() == "rates.put").ToList();
        Assert.Equal(2, audit.Count);
        Assert.Equal(
            ("""{"USD 2026-11-18":"0.92"}""", """{"USD 2026-11-18":"0.5"}"""),
            (audit[0].GetProperty("before").GetString(), audit[0].GetProperty("after").GetString())
        );
    }

    [Fact]
    public async Task Rates_are_listed_by_currency_newest_first_exactly_as_they_count()
    {
        await PutAsync(
            """[{"currency":"USD","date":"2026-11-16","rate":0.92},{"currency":"JPY","date":"2026-11-16","rate":0.000062},{"currency":"USD","date":"2026-11-17","rate":0.930}]"""
        );

        Assert.Equal(
            ["JPY 2026-11-16 0.000062", "USD 2026-11-17 0.93", "USD 2026-11-16 0.92"],
            (await GetAsync("rates")).EnumerateArray().Select(Line)
        );
        Assert.Equal(["JPY 2026-11-16 0.000062"], (await GetAsync("rates?currency=JPY")).EnumerateArray().Select(Line));
        using var unknown = await host.Admin.GetAsync("/api/v1/rates?currency=XXZ");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Theory]
    [InlineData("""{"currency":"CHF"}""", "")]
    [InlineData("null", "")]
    [InlineData("[null]", "/0/currency")]
    [InlineData("""[{"currency":"XXZ","date":"2026-11-18","rate":1}]""", "/0/currency")]
    [InlineData("""[{"currency":"chf","date":"2026-11-18","rate":1}]""", "/0/currency")]
    [InlineData("""[{"currency":"EUR","date":"2026-11-18","rate":1}]""", "/0/currency")]
    [InlineData("""[{"currency":"CHF","date":"18.11.2026","rate":1}]""", "/0/date")]
    [InlineData("""[{"currency":"CHF","date":"2026-02-30","rate":1}]""", "/0/date")]
    [InlineData("""[{"currency":"CHF","rate":1}]""", "/0/date")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18"}]""", "/0/rate")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18","rate":0}]""", "/0/rate")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18","rate":-1}]""", "/0/rate")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18","rate":1e400}]""", "/0/rate")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18","rate":"1,05"}]""", "/0/rate")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18","rate":"\ud800"}]""", "/0/rate")]
    [InlineData("""[{"currency":"CHF","date":"2026-11-18","rate":[1]}]""", "/0/rate")]
    [InlineData("""[{"currency":"USD","date":"2026-11-18","rate":1},{"currency":"USD","date":"2026-11-18","rate":2}]""", "/1/date")]
    [InlineData(
        """[{"currency":"USD","date":"2026-11-18","rate":1},{"currency":"CHF","date":"2026-11-18","rate":1,"from":"ECB"}]""",
        "/1/from"
    )]
    public async Task One_wrong_rate_is_named_by_a_pointer_and_none_is_entered(string body, string pointer)
    {
        var put = await PutAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, pointer), (put.Status, put.Body.GetProperty("pointer").GetString()));
        Assert.NotEmpty(put.Body.GetProperty("remedy").GetString()!);
        Assert.Empty((await GetAsync("rates")).EnumerateArray());
    }

    [Fact]
    public async Task Without_the_key_no_rate_is_read_or_written()
    {
        using var content = new StringContent("[]", Encoding.UTF8, "application/json");
        using var put = await host.Client.PutAsync("/api/v1/rates", content);
        using var get = await host.Client.GetAsync("/api/v1/rates");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (put.StatusCode, get.StatusCode));
    }

    private async Task<string> PointsAsync()
    {
        var ana = await host.Service<DirectoryReader>().FindAsync(new("ana"), new(2026, 11, 18), CancellationToken.None);
        var points = host.Service<IEnumerable<ICommand>>().OfType<PointsCommand>().Single();
        var request = new CommandRequest(
            "points",
            [],
            ana!,
            new("web", "ana", IsChannel: false),
            System.Globalization.CultureInfo.GetCultureInfo("en-GB"),
            Instant.FromUtc(2026, 11, 18, 9, 0)
        );
        return PlainText.Render((await points.RunAsync(request, CancellationToken.None)).Card);
    }

    private async Task<(HttpStatusCode, JsonElement)> WinAsync(string deal, string amount, string currency)
    {
        using var response = await host.SendAsync(
            deal,
            $$"""{"type":"deal.closed","timestamp":"2026-11-18T08:00:00Z","data":{"dealId":"{{deal}}","owner":"ana@example.com","outcome":"won","amount":{{amount}},"currency":"{{currency}}"} }"""
        );
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Admin.PutAsync("/api/v1/rates", content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private Task<JsonElement> GetAsync(string path) => host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/{path}");

    private async Task<JsonElement> PostAsync(string path)
    {
        using var response = await host.Admin.PostAsync($"/api/v1/{path}", null);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Line(JsonElement rate) =>
        $"{rate.GetProperty("currency").GetString()} {rate.GetProperty("date").GetString()} {rate.GetProperty("rate").GetString()}";
}
