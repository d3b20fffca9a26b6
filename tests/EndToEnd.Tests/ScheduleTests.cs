using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EndToEnd.Tests.Hosting;
using Npgsql;

namespace EndToEnd.Tests;

/// <summary>
/// Week 47 closes on Tuesday 2026-11-24 23:00 UTC, 48 hours after its end. Hosts whose clocks start half a minute before have one quote
/// of that week, and nobody touches them.
/// </summary>
public sealed class ScheduleTests
{
    private const string Start = "2026-11-24T22:59:30Z";

    [Fact]
    public async Task One_host_on_SQLite_closes_the_week_by_itself_once()
    {
        var folder = Directory.CreateTempSubdirectory("medalist-schedule-").FullName;
        var host = await HostProcess.StartAsync(
            HostProcess.FreePort(),
            Settings(("Storage__ConnectionString", $"Data Source={Path.Combine(folder, "medalist.db")}"))
        );
        await PlayAsync(host);

        Assert.Equal(["2026-W47"], await ClosedAsync(host, count: 1));

        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [PostgresFact]
    public async Task Two_hosts_on_one_PostgreSQL_close_each_period_once_also_when_the_one_that_started_first_is_killed()
    {
        await using var database = await Postgres.CreateAsync();
        var settings = Settings(("Storage__Provider", "PostgreSql"), ("Storage__ConnectionString", database.ConnectionString));
        await using var first = await HostProcess.StartAsync(HostProcess.FreePort(), settings);
        await using var second = await HostProcess.StartAsync(HostProcess.FreePort(), settings);
        await PlayAsync(first);
        await first.KillAsync();

        Assert.Equal(["2026-W47"], await ClosedAsync(second, count: 1));

        await using var third = await HostProcess.StartAsync(HostProcess.FreePort(), settings);
        await Task.WhenAll(MoveAsync(second, "2026-12-03T12:00:00Z"), MoveAsync(third, "2026-12-03T12:00:00Z"));
        await Task.WhenAll(MoveAsync(second, "2026-12-03T12:00:30Z"), MoveAsync(third, "2026-12-03T12:00:30Z"));

        Assert.Equal(["2026-11", "2026-W47", "2026-W48"], await ClosedAsync(second, count: 3));
        Assert.Equal(3, await CountAsync(database, "SELECT COUNT(*) FROM closed WHERE version = 1"));
        Assert.Equal(0, await CountAsync(database, "SELECT COUNT(*) FROM snapshot WHERE version <> 1"));
        Assert.Equal(6, await CountAsync(database, "SELECT COUNT(*) FROM announcement WHERE kind = 'board.final'"));
        Assert.Equal(6, await CountAsync(database, "SELECT COUNT(DISTINCT outbox) FROM announcement WHERE kind = 'board.final'"));
    }

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] storage)
    {
        var settings = storage.ToDictionary(setting => setting.Name, setting => setting.Value);
        settings["Organisation__TimeZone"] = "Europe/Paris";
        settings["Clock__StartAt"] = Start;
        return settings;
    }

    private static async Task PlayAsync(HostProcess host)
    {
        (await host.Client.PutAsJsonAsync("/api/v1/teams/t", new { name = "Team" })).EnsureSuccessStatusCode();
        (
            await host.Client.PutAsJsonAsync(
                "/api/v1/people/p",
                new
                {
                    name = "Person",
                    email = "p@example.com",
                    team = "t",
                }
            )
        ).EnsureSuccessStatusCode();
        Assert.Equal(
            HttpStatusCode.Accepted,
            await host.SendAsync(
                "q1",
                """{"type":"quote.sent","timestamp":"2026-11-20T10:00:00Z","data":{"quoteId":"q1","owner":"p@example.com"}}""",
                DateTimeOffset.Parse(Start, System.Globalization.CultureInfo.InvariantCulture),
                CancellationToken.None
            )
        );
    }

    private static async Task MoveAsync(HostProcess host, string now) =>
        (await host.Client.PostAsJsonAsync("/api/v1/clock", new { now })).EnsureSuccessStatusCode();

    /// <summary>The audit's closes, once there are so many: each look comes half a minute after the one before.</summary>
    private static async Task<IEnumerable<string?>> ClosedAsync(HostProcess host, int count)
    {
        for (var tries = 0; ; tries++)
        {
            var rows = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit?what=period.closed&by=schedule");
            if (rows.GetArrayLength() >= count || tries == 300)
                return rows.EnumerateArray().Select(row => row.GetProperty("about").GetString()).Order(StringComparer.Ordinal).ToList();

            await Task.Delay(500);
        }
    }

    private static async Task<long> CountAsync(Postgres database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
