using System.Net.Http.Json;
using System.Text.Json;
using Bot.Import;
using Bot.Play;
using Bot.Tests.Hosting;
using Bot.Tests.Play;
using Microsoft.Data.Sqlite;
using Storage;

namespace Bot.Tests.Import;

/// <summary>
/// Beside a running host: it is Wednesday 18 November 2026, Ana has sent a quote and won a deal today. The file holds a deal of hers of
/// October, a quote of Monday, a deal of somebody unknown, and a line that is wrong.
/// </summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Deal =
        """{"id":"old-1","type":"deal.closed","timestamp":"2026-10-07T10:00:00Z","data":{"dealId":"o1","owner":"ana@example.com","outcome":"won","amount":"900"}}""";

    private const string Quote =
        """{"id":"old-2","type":"quote.sent","timestamp":"2026-11-16T10:00:00Z","data":{"quoteId":"o2","owner":"ana@example.com"}}""";

    private const string Unknown =
        """{"id":"old-3","type":"deal.closed","timestamp":"2026-09-07T10:00:00Z","data":{"dealId":"o3","owner":"new@example.com","outcome":"won","amount":"900"}}""";

    private readonly string folder = Directory.CreateTempSubdirectory("medalist-import-").FullName;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.SendAsync(
            "q1",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q1","owner":"ana@example.com"}}"""
        );
        await host.SendAsync(
            "d1",
            """{"type":"deal.closed","timestamp":"2026-11-18T08:40:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1200.5,"currency":"EUR"}}"""
        );
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task October_gets_no_points_this_week_does_and_the_wrong_line_does_not_stop_the_others()
    {
        Assert.Equal(1, await ImportAsync(File(Deal, "{}", Quote, Unknown)));

        Assert.Equal(3, Count("SELECT COUNT(*) FROM fact WHERE source IN ('import', 'past')"));
        Assert.Equal(1, Count("SELECT COUNT(*) FROM fact WHERE reason = 'imported'"));
        Assert.Equal(0, Count("SELECT COUNT(*) FROM tally WHERE period IN ('2026-10', '2026-W41', '2026-Q3')"));
        Assert.Equal(65 + 15, Count("SELECT points FROM tally WHERE board = 'org' AND period = '2026-W47' AND person = 'ana'"));
        Assert.Equal(1, Count("SELECT COUNT(*) FROM fact WHERE external_id = 'old-3' AND reason = 'unknown-owner'"));
        Assert.Equal(1, Count("SELECT COUNT(*) FROM closed WHERE period = '2026-10'"));
        Assert.Equal(0, (await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task The_first_sale_moves_to_October_marked_imported_and_nobody_is_told_again()
    {
        var told = Count("SELECT COUNT(*) FROM announcement");

        Assert.Equal(0, await ImportAsync(File(Deal)));

        var badges = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/badges");
        var badge = Assert.Single(badges.EnumerateArray(), badge => badge.GetProperty("id").GetString() == "first-sale");
        Assert.Equal("2026-10-07T10:00:00+00:00", badge.GetProperty("earnedAt").GetString());
        Assert.True(badge.GetProperty("imported").GetBoolean());
        Assert.Equal(2, badge.GetProperty("value").GetInt64());
        Assert.Equal(told, Count("SELECT COUNT(*) FROM announcement"));
    }

    [Fact]
    public async Task Twice_changes_nothing_but_the_audit()
    {
        var file = File(Deal, Quote, Unknown);
        await ImportAsync(file);
        var before = (Count("SELECT COUNT(*) FROM fact"), Count("SELECT COUNT(*) FROM entry"), Count("SELECT SUM(points) FROM tally"));

        Assert.Equal(0, await ImportAsync(file));

        Assert.Equal(
            before,
            (Count("SELECT COUNT(*) FROM fact"), Count("SELECT COUNT(*) FROM entry"), Count("SELECT SUM(points) FROM tally"))
        );
        Assert.Equal(2, Count("SELECT COUNT(*) FROM audit WHERE what = 'activities.imported'"));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var before = (Count("SELECT COUNT(*) FROM fact"), Count("SELECT COUNT(*) FROM audit"), Count("SELECT COUNT(*) FROM closed"));

        Assert.Equal(0, await ImportAsync(File(Deal, Quote, Unknown), "--dry-run"));

        Assert.Equal(
            before,
            (Count("SELECT COUNT(*) FROM fact"), Count("SELECT COUNT(*) FROM audit"), Count("SELECT COUNT(*) FROM closed"))
        );
    }

    [Fact]
    public async Task A_dry_run_says_what_the_import_then_does()
    {
        string[] lines = [Deal, Quote, Unknown, Deal, Quote.Replace("old-2", "q1", StringComparison.Ordinal)];

        var (trial, real) = (await ReportAsync(isDryRun: true, lines), await ReportAsync(isDryRun: false, lines));

        Assert.Equal(trial.ToString(), real.ToString());
        Assert.Equal((1, 1, 2, 1), (real.Counted, real.Past, real.Already, real.Quarantined));
        Assert.Contains(real.Named, named => named.What.Contains("another content", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strict_imports_all_or_nothing()
    {
        Assert.Equal(1, await ImportAsync(File(Deal, "{}", Quote), "--strict"));

        Assert.Equal(0, Count("SELECT COUNT(*) FROM fact WHERE source = 'import'"));
    }

    [Fact]
    public async Task An_owner_linked_later_is_the_past_then()
    {
        await ImportAsync(File(Unknown));

        await host.PutAsync("/api/v1/people/new", new { name = "New Hire", email = "new@example.com" });

        Assert.Equal(1, Count("SELECT COUNT(*) FROM fact WHERE external_id = 'old-3' AND reason = 'imported'"));
        Assert.Equal(0, Count("SELECT COUNT(*) FROM tally WHERE person = 'new'"));
        Assert.Equal(0, (await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task Reopened_October_keeps_the_imported_past_without_points_and_closes_as_version_2()
    {
        await ImportAsync(File(Deal));

        using var reopened = await host.Admin.PostAsJsonAsync(
            "/api/v1/periods/2026-10/reopen",
            new { reason = "A look back", also = new[] { "2026-W41" } }
        );
        Assert.True(reopened.IsSuccessStatusCode, await reopened.Content.ReadAsStringAsync());
        Assert.Equal(0, (await VerifyAsync()).Differences);
        using var closed = await host.Admin.PostAsync(new Uri("/api/v1/periods/2026-10/close", UriKind.Relative), null);
        Assert.True(closed.IsSuccessStatusCode);

        Assert.Equal(2, Count("SELECT version FROM closed WHERE period = '2026-10'"));
        Assert.Equal(0, Count("SELECT COUNT(*) FROM tally WHERE period = '2026-10'"));
        Assert.Equal(0, (await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task Other_working_days_hold_for_imported_replies_too()
    {
        await ImportAsync(
            File(
                """{"id":"m1","type":"client.message.received","timestamp":"2026-10-07T10:00:00Z","data":{"conversationId":"c1","messageId":"m1","owner":"ana@example.com"}}""",
                """{"id":"m2","type":"client.message.replied","timestamp":"2026-10-08T10:00:00Z","data":{"conversationId":"c1","messageId":"m2","owner":"ana@example.com"}}"""
            )
        );
        Assert.Equal(9 * 3600, Count("SELECT reply_seconds FROM entry WHERE rule = 'past' ORDER BY revision DESC LIMIT 1"));

        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "amer",
                calendar = new { timeOff = new[] { "2026-10-08" } },
            }
        );

        Assert.Equal(6 * 3600, Count("SELECT reply_seconds FROM entry WHERE rule = 'past' ORDER BY revision DESC LIMIT 1"));
        Assert.Equal(0, (await VerifyAsync()).Differences);
    }

    [Theory]
    [InlineData("--connection", "hubspot")]
    [InlineData("--connection")]
    [InlineData]
    public async Task An_unknown_or_missing_connection_is_refused(params string[] connection) =>
        Assert.Equal(2, await ImportCommand.RunAsync([.. connection, File(Deal), .. Settings]));

    [Fact]
    public async Task A_file_that_is_not_there_and_a_header_that_is_not_known_are_refused()
    {
        Assert.Equal(2, await ImportAsync(Path.Combine(folder, "nothing.ndjson")));
        var csv = Path.Combine(folder, "wrong.csv");
        await System.IO.File.WriteAllTextAsync(csv, "id,type,when\n");
        Assert.Equal(2, await ImportAsync(csv));
    }

    private string[] Settings =>
        [
            "--Storage:ConnectionString",
            host.Service<StorageOptions>().ConnectionString,
            "--Organisation:TimeZone=Europe/Paris",
            "--Organisation:Currency=EUR",
            "--Connections:crm:Kind=standard",
            $"--Connections:crm:Secrets:0={RunningHost.Secret}",
            "--Clock:StartAt=2026-11-18T09:05:00Z",
        ];

    private Task<int> ImportAsync(string file, params string[] options) =>
        ImportCommand.RunAsync(["--connection", "crm", file, .. options, .. Settings]);

    private async Task<ImportReport> ReportAsync(bool isDryRun, string[] lines)
    {
        var format = new NdjsonFormat("EUR");
        var organisation = host.Service<Gamification.Organisation>();
        using var reader = new RecordReader(System.IO.File.OpenRead(File(lines)), hasQuotes: false);
        var plan = ImportPlan.Of(reader, format, organisation.DayOf, _ => { }, CancellationToken.None);
        var records = plan.Records.Select(place => (place.Line, Right: (ImportLine.Right)format.Read(reader.At(place)!.Value)));
        var reported = records.Select(record =>
            (
                record.Line,
                new Gamification.Activities.Reported(
                    new("crm", record.Right.Id),
                    record.Right.Activity,
                    record.Right.Occurred,
                    Playground.Start,
                    record.Right.Body
                )
                {
                    Source = Gamification.Activities.FactSource.Import,
                }
            )
        );
        return await host.Service<Importer>().RunAsync(reported, plan.Days, isDryRun, _ => { }, CancellationToken.None);
    }

    private string File(params string[] lines)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.ndjson");
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    private Task<VerificationReport> VerifyAsync() => host.Service<Verifier>().VerifyAsync(_ => { }, CancellationToken.None);

    private long Count(string sql)
    {
        using var database = new SqliteConnection(host.Service<StorageOptions>().ConnectionString);
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
