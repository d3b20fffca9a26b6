using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests;

/// <summary>
/// Two days of eight people arrive shuffled and doubled, at a host that is killed again and again, or at two hosts of one database.
/// It ends as one host ends that hears everything once and in order.
/// </summary>
public sealed class DisorderTests
{
    private const int Events = 360;
    private const int Workers = 8;
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddHours(-40);

    [Fact]
    public async Task Killed_under_shuffled_and_doubled_load_SQLite_ends_as_one_ordered_run()
    {
        var folder = Directory.CreateTempSubdirectory("medalist-disorder-").FullName;
        await using (var suffering = new Deployment(Sqlite(folder, "suffering.db"), hosts: 1))
        await using (var ordered = new Deployment(Sqlite(folder, "ordered.db"), hosts: 1))
            await CompareAsync(suffering, ordered);

        Directory.Delete(folder, recursive: true);
    }

    [PostgresFact]
    public async Task Eight_workers_at_two_hosts_of_one_PostgreSQL_of_which_one_is_killed_end_as_one_ordered_run()
    {
        var folder = Directory.CreateTempSubdirectory("medalist-disorder-").FullName;
        await using (var database = await Postgres.CreateAsync())
        {
            var shared = new Dictionary<string, string>
            {
                ["Storage__Provider"] = "PostgreSql",
                ["Storage__ConnectionString"] = database.ConnectionString,
            };
            await using var suffering = new Deployment(shared, hosts: 2);
            await using var ordered = new Deployment(Sqlite(folder, "ordered.db"), hosts: 1);
            await CompareAsync(suffering, ordered);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task CompareAsync(Deployment suffering, Deployment ordered)
    {
        var events = Enumerable.Range(0, Events).Select(Event).ToList();
        await ordered.StartAsync();
        foreach (var (id, body) in events)
            Assert.Equal(HttpStatusCode.Accepted, await ordered.First.SendAsync(id, body, CancellationToken.None));

        await suffering.StartAsync();
        await SufferAsync(suffering, events);

        Assert.Equal(await StandingsAsync(ordered.First), await StandingsAsync(suffering.First));
        Assert.Equal(0, await DifferencesAsync(suffering.First, "verify"));
        Assert.Equal(0, await DifferencesAsync(suffering.First, "replay"));
    }

    /// <summary>Every event until it is acknowledged, a third of them again, in no order, while the last host dies three times.</summary>
    private static async Task SufferAsync(Deployment deployment, IReadOnlyList<(string Id, string Body)> events)
    {
        var random = new Random(7);
        (string, string)[] arriving = [.. events, .. random.GetItems(events.ToArray(), Events / 3)];
        random.Shuffle(arriving);
        var open = new ConcurrentQueue<(string Id, string Body)>(arriving);
        var load = Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => SendAsync(deployment, open, worker)));
        for (var kill = 0; kill < 3; kill++)
        {
            await Task.Delay(100 + 50 * kill);
            await deployment.KillLastAsync();
        }

        await load;
        Assert.Empty(open);
    }

    private static async Task SendAsync(Deployment deployment, ConcurrentQueue<(string Id, string Body)> open, int worker)
    {
        while (open.TryDequeue(out var next))
        while (await deployment.Host(worker).SendAsync(next.Id, next.Body, CancellationToken.None) is not { } status)
            await Task.Delay(20);
    }

    /// <summary>Two days in which deals are quoted, won, changed, handed over and reopened, and clients answered.</summary>
    private static (string Id, string Body) Event(int number)
    {
        var at = Start.AddMinutes(6 * number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (deal, owner) = (number / 9, $"p{number / 9 % 8}@example.com");
        var (type, data) = (number % 9) switch
        {
            0 => ("quote.sent", $$"""{"quoteId":"q{{number}}","dealId":"d{{deal}}","owner":"{{owner}}"}"""),
            1 => ("client.message.received", $$"""{"conversationId":"c{{deal}}","messageId":"m{{number}}","owner":"{{owner}}"}"""),
            2 => ("client.message.replied", $$"""{"conversationId":"c{{deal}}","messageId":"m{{number}}","owner":"{{owner}}"}"""),
            3 => ("quote.sent", $$"""{"quoteId":"q{{number}}","dealId":"d{{deal}}","owner":"{{owner}}"}"""),
            4 => (
                "deal.closed",
                $$"""{"dealId":"d{{deal}}","owner":"{{owner}}","outcome":"won","amount":{{100 * (deal + 1)}},"currency":"USD"}"""
            ),
            5 => ("quote.voided", $$"""{"quoteId":"q{{number - 2}}"}"""),
            6 => ("deal.amount_changed", $$"""{"dealId":"d{{deal}}","amount":{{50 * (deal + 1)}},"currency":"USD"}"""),
            7 when deal % 3 == 0 => ("deal.reopened", $$"""{"dealId":"d{{deal}}"}"""),
            7 => ("deal.owner_changed", $$"""{"dealId":"d{{deal}}","owner":"p{{(deal + 1) % 8}}@example.com"}"""),
            _ when deal % 6 == 0 => ("deal.closed", $$"""{"dealId":"d{{deal}}","owner":"{{owner}}","outcome":"won"}"""),
            _ => ("quote.sent", $$"""{"quoteId":"q{{number}}","owner":"{{owner}}"}"""),
        };
        return ($"e-{number}", $$"""{"type":"{{type}}","timestamp":"{{at}}","data":{{data}} }""");
    }

    private static async Task<string> StandingsAsync(HostProcess host)
    {
        var standings = new List<string>();
        foreach (var by in new[] { "points", "revenue", "deals", "quotes" })
        foreach (var period in new[] { "all", "quarter", "month", "week", "day" })
        {
            var board = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/leaderboard?period={period}&by={by}");
            standings.Add($"{by} {period} {board.GetProperty("rows")}");
        }

        for (var person = 0; person < 8; person++)
        {
            var lines = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/people/p{person}/ledger");
            var net = lines
                .EnumerateArray()
                .GroupBy(
                    line => $"{line.GetProperty("rule")} {line.GetProperty("activity")}",
                    line => line.GetProperty("amount").GetInt64()
                )
                .Where(line => line.Sum() != 0)
                .Select(line => $"{line.Key} {line.Sum()}");
            standings.Add($"p{person} {string.Join(", ", net.Order(StringComparer.Ordinal))}");
        }

        return string.Join('\n', standings);
    }

    private static async Task<int> DifferencesAsync(HostProcess host, string verb)
    {
        using var answer = await host.Client.PostAsync(new Uri($"/api/v1/{verb}", UriKind.Relative), null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("differences").GetInt32();
    }

    private static Dictionary<string, string> Sqlite(string folder, string file) =>
        new() { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, file)}" };
}
