using Bot;
using Bot.Play;
using Gamification;
using Gamification.Activities;
using Gamification.People;
using Microsoft.Data.Sqlite;
using NodaTime;
using Storage;

namespace Benchmarks;

/// <summary>A company of reps in teams of 40 on a SQLite file, each with a first quote and a first deal behind them.</summary>
internal static class Company
{
    public const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private const int TeamSize = 40;

    /// <summary>What the product is to bear on one small machine.</summary>
    public const int ManyReps = 10_000;

    public static string Rep(int number) => $"rep{number:00000}";

    public static string EmailOf(int number) => $"{Rep(number)}@example.com";

    public static PersonId OfEmail(string email) => new(email[..email.IndexOf('@', StringComparison.Ordinal)]);

    public static string TeamOf(int number) => $"team{number / TeamSize:000}";

    /// <summary>Settings of a host on this database, by their names in the environment with a colon for two underscores.</summary>
    public static Dictionary<string, string?> SettingsOf(string database, Uri url) =>
        new(StringComparer.Ordinal)
        {
            ["urls"] = url.ToString(),
            ["Storage:ConnectionString"] = $"Data Source={database}",
            ["Organisation:TimeZone"] = "Europe/Paris",
            ["Organisation:Currency"] = "EUR",
            ["Connections:crm:Kind"] = "standard",
            ["Connections:crm:Secrets:0"] = Secret,
            ["Logging:LogLevel:Default"] = "Warning",
        };

    public static async Task CreateAsync(string database, int reps, CancellationToken ct)
    {
        await using var app = MedalistHost.Build([], SettingsOf(database, Loopback.FreeAddress()));
        await app.Services.MigrateAsync(ct);
        var desk = app.Services.GetRequiredService<DirectoryDesk>();
        for (var team = 0; team <= (reps - 1) / TeamSize; team++)
            await desk.PutTeamAsync(new(new(TeamOf(team * TeamSize)), $"Team {team}", [], [], BoardMode.TopThree), "bench", ct);
        for (var number = 0; number < reps; number++)
            await desk.PutPersonAsync(PersonOf(number), "bench", ct);

        await PlayFirstsAsync(app, reps, ct);
        SqliteConnection.ClearAllPools();
        TellNobody(database);
    }

    /// <summary>A copy for one host of its own.</summary>
    public static string Copy(string database, string name)
    {
        var copy = Path.Combine(Path.GetDirectoryName(database)!, name);
        File.Copy(database, copy, overwrite: true);
        return copy;
    }

    public static long Facts(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return BareStatement.Scalar(connection, "SELECT COUNT(*) FROM fact");
    }

    /// <summary>How many activities a history added to the company, and when the last of them was received.</summary>
    public static (int Number, Instant Last) Grown(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var asking = connection.CreateCommand();
        asking.CommandText = "SELECT COUNT(*), COALESCE(MAX(received), 0) FROM fact WHERE external_id LIKE 'history-%'";
        using var row = asking.ExecuteReader();
        row.Read();
        return (row.GetInt32(0), Instant.FromUnixTimeTicks(row.GetInt64(1) * 10));
    }

    private static PersonRecord PersonOf(int number) =>
        new(
            new(Rep(number)),
            $"Rep {number}",
            EmailOf(number),
            Role.Rep,
            Active: true,
            Ranked: true,
            Alias: null,
            Publicity.Named,
            [new Membership(new(TeamOf(number)), null, null)],
            [],
            Calendar: null
        );

    private static async Task PlayFirstsAsync(WebApplication app, int reps, CancellationToken ct)
    {
        var store = app.Services.GetRequiredService<PlayStore>();
        var scorekeeper = app.Services.GetRequiredService<Scorekeeper>();
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        foreach (var numbers in Enumerable.Range(0, reps).Chunk(256))
        {
            await using var write = await store.BeginAsync(now, ct);
            await scorekeeper.PlayAsync(write, [.. numbers.SelectMany(number => Firsts(number, now))], ct);
            await write.CommitAsync(ct);
        }
    }

    private static IEnumerable<Reported> Firsts(int number, Instant now) =>
        [
            new(
                new("crm", $"first-quote-{number}"),
                new Activity.QuoteSent($"first-{number}", null, EmailOf(number), null),
                now,
                now,
                "{}"
            ),
            new(
                new("crm", $"first-deal-{number}"),
                new Activity.DealClosed($"first-{number}", EmailOf(number), true, Money.Of(1000, "EUR")),
                now,
                now,
                "{}"
            ),
        ];

    /// <summary>Thousands of first badges in one minute are no company's day: what they planned counts as told.</summary>
    private static void TellNobody(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE outbox SET state = 'sent'; PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
    }
}
