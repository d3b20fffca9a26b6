using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// The bare limit: an endpoint that only verifies the HMAC and commits groups of the same rows by plain ADO with FULL. It reads nothing,
/// decides nothing and parses nothing; whatever does the job of the product cannot be faster.
/// </summary>
internal static class BareLimit
{
    private const int GroupSize = 256;
    private static readonly byte[] Key = Convert.FromBase64String(Company.Secret["whsec_".Length..]);
    private static readonly byte[] Recorded = """{"status":"recorded"}"""u8.ToArray();

    public static async Task<int> RunAsync(string url, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10_000) { SingleReader = true });
        app.MapGet("/health/ready", () => "ready");
        app.Map("/webhooks/crm", http => AnswerAsync(http, queue.Writer));
        var writing = Task.Run(() => WriteGroupsAsync(queue.Reader, database));
        await app.RunAsync();
        queue.Writer.Complete();
        await writing;
        return 0;
    }

    private static async Task AnswerAsync(HttpContext http, ChannelWriter<Waiting> queue)
    {
        var body = new byte[(int)http.Request.ContentLength!];
        await http.Request.Body.ReadExactlyAsync(body);
        var headers = http.Request.Headers;
        var id = headers["webhook-id"].ToString();
        if (!IsSigned(id, headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body))
        {
            http.Response.StatusCode = 401;
            return;
        }

        var waiting = new Waiting(id, body);
        await queue.WriteAsync(waiting);
        await waiting.Committed.Task;
        http.Response.StatusCode = 202;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Recorded.Length;
        await http.Response.Body.WriteAsync(Recorded);
    }

    private static bool IsSigned(string id, string seconds, string signature, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{seconds}."), .. body];
        return CryptographicOperations.FixedTimeEquals(
            Convert.FromBase64String(signature["v1,".Length..]),
            HMACSHA256.HashData(Key, signed)
        );
    }

    private static async Task WriteGroupsAsync(ChannelReader<Waiting> queue, string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await SurvivePowerCutsAsync(connection);
        var rows = new BareRows(connection);
        var group = new List<Waiting>(GroupSize);
        while (await queue.WaitToReadAsync())
        {
            await using (var transaction = connection.BeginTransaction(deferred: false))
            {
                while (group.Count < GroupSize && queue.TryRead(out var waiting))
                    group.Add(waiting);
                foreach (var waiting in group)
                    rows.Write(transaction, waiting.Id, waiting.Body);
                rows.WriteCommit(transaction);
                await transaction.CommitAsync();
            }

            foreach (var waiting in group)
                waiting.Committed.TrySetResult();
            group.Clear();
        }
    }

    private static async Task SurvivePowerCutsAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Waiting(string Id, byte[] Body)
    {
        public TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
