using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests;

/// <summary>SIGKILL of the host under load: whatever was acknowledged is there once, whatever was not can be sent again.</summary>
public sealed class KillTests
{
    private const int People = 8;
    private const int DealsEach = 40;

    /// <summary>First Sale and Closer, each told to the channel and to the person.</summary>
    private const int Badges = 2;
    private const int Kills = 4;

    [Fact]
    public async Task After_four_kills_under_load_every_deal_on_SQLite_counts_once()
    {
        var folder = Directory.CreateTempSubdirectory("medalist-kill-").FullName;
        await KillUnderLoadAsync(new() { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "medalist.db")}" });
        Directory.Delete(folder, recursive: true);
    }

    [PostgresFact]
    public async Task After_four_kills_under_load_every_deal_on_PostgreSQL_counts_once()
    {
        await using var database = await Postgres.CreateAsync();
        await KillUnderLoadAsync(new() { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = database.ConnectionString });
    }

    private static async Task KillUnderLoadAsync(Dictionary<string, string> storage)
    {
        var port = HostProcess.FreePort();
        var open = new ConcurrentDictionary<string, string>(Deals());
        var acknowledged = new ConcurrentDictionary<string, HttpStatusCode>();

        var host = await HostProcess.StartAsync(port, storage);
        await CreatePeopleAsync(host);
        for (var kill = 0; kill < Kills; kill++)
        {
            var load = SendAllAsync(host, open, acknowledged);
            await Task.Delay(60 + 40 * kill);
            await host.KillAsync();
            await load;
            await host.DisposeAsync();
            host = await HostProcess.StartAsync(port, storage);
        }
        await SendAllAsync(host, open, acknowledged);

        Assert.Empty(open);
        await AssertEverythingOnceAsync(host);
        await host.DisposeAsync();
    }

    private static Dictionary<string, string> Deals() =>
        Enumerable
            .Range(0, People)
            .SelectMany(person => Enumerable.Range(0, DealsEach).Select(deal => (Id: $"e-{person}-{deal}", Person: person, Deal: deal)))
            .ToDictionary(
                deal => deal.Id,
                deal =>
                    $$"""{"type":"deal.closed","timestamp":"{{TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}}","data":{"dealId":"d-{{deal.Person}}-{{deal.Deal}}","owner":"p{{deal.Person}}@example.com","outcome":"won","amount":10,"currency":"USD"} }"""
            );

    private static async Task CreatePeopleAsync(HostProcess host)
    {
        (await host.Client.PutAsJsonAsync("/api/v1/teams/t", new { name = "Team" })).EnsureSuccessStatusCode();
        for (var person = 0; person < People; person++)
            (
                await host.Client.PutAsJsonAsync(
                    $"/api/v1/people/p{person}",
                    new
                    {
                        name = $"Person {person}",
                        email = $"p{person}@example.com",
                        team = "t",
                    }
                )
            ).EnsureSuccessStatusCode();
    }

    /// <summary>Sends everything still open, 16 at a time; an answer of 202 or 200 closes it.</summary>
    private static Task SendAllAsync(
        HostProcess host,
        ConcurrentDictionary<string, string> open,
        ConcurrentDictionary<string, HttpStatusCode> acknowledged
    ) =>
        Parallel.ForEachAsync(
            open.ToArray(),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (deal, ct) =>
            {
                if (await host.SendAsync(deal.Key, deal.Value, ct) is not { } status)
                    return;
                Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.OK, $"{deal.Key}: {status}");
                acknowledged[deal.Key] = status;
                open.TryRemove(deal);
            }
        );

    private static async Task AssertEverythingOnceAsync(HostProcess host)
    {
        for (var person = 0; person < People; person++)
        {
            var lines = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/people/p{person}/ledger");
            var deals = lines.EnumerateArray().Where(line => line.GetProperty("rule").GetString() == "deal.won").ToList();
            Assert.Equal(DealsEach, deals.Count);
            Assert.Equal(DealsEach, deals.Select(line => line.GetProperty("activity").GetString()).Distinct().Count());
            Assert.All(deals, line => Assert.Equal(50, line.GetProperty("amount").GetInt64()));
        }

        var board = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/leaderboard?period=all&by=deals");
        Assert.All(board.GetProperty("rows").EnumerateArray(), row => Assert.Equal(DealsEach, row.GetProperty("score").GetInt64()));

        var announcements = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/announcements");
        var sales = announcements.EnumerateArray().Where(row => row.GetProperty("kind").GetString() == "badge.unlocked").ToList();
        Assert.Equal(People * Badges * 2, sales.Count);
        Assert.Equal(
            sales.Count,
            sales.Select(row => (row.GetProperty("about").GetString(), row.GetProperty("to").ToString())).Distinct().Count()
        );
    }
}
