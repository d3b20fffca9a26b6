using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Benchmarks.Load;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>A signed Slack <c>/leaderboard</c>, asked 100 times a second by people everywhere on the board, while 500 webhooks/s arrive.</summary>
internal static class LeaderboardBenchmark
{
    private const int CommandsPerSecond = 100;
    private const int WebhooksPerSecond = 500;
    private const string SigningSecret = "0123456789abcdef0123456789abcdef";

    public static async Task<int> RunAsync(Options options)
    {
        var seconds = Math.Max(options.Seconds, 105);
        using var folder = new TemporaryFolder();
        var database = folder.File("company.db");
        var reps = options.Reps ?? Company.ManyReps;
        await Company.CreateAsync(database, reps, CancellationToken.None);
        LinkChatUsers(database);
        await using var slack = await SlackStandIn.StartAsync(reps);
        await using var host = await ChildHost.MedalistAsync(
            database,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Slack:SigningSecret"] = SigningSecret,
                ["Slack:BotToken"] = "xoxb-nobody",
                ["Slack:ApiUrl"] = slack.Url.ToString(),
            }
        );

        await RunAsync(host, reps, 10, "w");
        var (commands, webhooks) = await RunAsync(host, reps, seconds, "r");
        Console.WriteLine($"/leaderboard  {commands}");
        Console.WriteLine($"webhooks      {webhooks}");
        return 0;
    }

    private static async Task<(LoadResult Commands, LoadResult Webhooks)> RunAsync(ChildHost host, int reps, int seconds, string run)
    {
        var webhooks = new SignedRequests(host.Url, reps, latePercent: 5).Make(seconds * WebhooksPerSecond, run);
        var random = new Random(17);
        var arriving = LoadGenerator.RunSteadilyAsync(host.Url, index => webhooks[index], webhooks.Length, WebhooksPerSecond, 16);
        var asking = LoadGenerator.RunSteadilyAsync(
            host.Url,
            _ => Command(host.Url, random.Next(reps)),
            seconds * CommandsPerSecond,
            CommandsPerSecond,
            16
        );
        return (await asking, await arriving);
    }

    private static byte[] Command(Uri host, int rep)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body =
            $"command=%2Fleaderboard&text=&user_id=U{rep:00000}&user_name=rep&channel_id=C1&channel_name=general&team_id=T1"
            + $"&trigger_id={Guid.NewGuid():N}&response_url=http%3A%2F%2F127.0.0.1%3A1%2F";
        var signature = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), Encoding.UTF8.GetBytes($"v0:{seconds}:{body}"))
        );
        return Encoding.UTF8.GetBytes(
            $"POST /slack/commands HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + $"Content-Length: {body.Length}\r\nX-Slack-Request-Timestamp: {seconds}\r\nX-Slack-Signature: v0={signature}\r\n\r\n{body}"
        );
    }

    private static void LinkChatUsers(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO identity (source, "key", external_id, person)
            SELECT 'slack', 'u' || substr(id, 4), 'U' || substr(id, 4), id FROM person;
            """;
        command.ExecuteNonQuery();
    }
}
