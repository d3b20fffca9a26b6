using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Bot.Tests.Hosting;
using Gamification;
using Gamification.Activities;
using Gamification.People;
using Gamification.Points;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Storage;

namespace Bot.Tests.Play;

/// <summary>Intake, desk and calendar work on a real SQLite file, at Wednesday 2026-11-18 09:00 UTC in Europe/Paris, without HTTP.</summary>
internal sealed class Playground : IAsyncDisposable
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly string folder;
    private readonly ServiceProvider services;
    private int sent;

    private Playground(string folder, ServiceProvider services, FakeTimeProvider clock) =>
        (this.folder, this.services, Clock) = (folder, services, clock);

    public FakeTimeProvider Clock { get; }

    public Intake Intake => Service<Intake>();

    public DirectoryDesk Desk => Service<DirectoryDesk>();

    private string ConnectionString => $"Data Source={Path.Combine(folder, "medalist.db")}";

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<Playground> CreateAsync(bool isEnabled = true, int capacity = 10_000)
    {
        var home = Directory.CreateTempSubdirectory("medalist-play-").FullName;
        var clock = new FakeTimeProvider(Start.ToDateTimeOffset());
        var settings = new OrganisationSettings
        {
            TimeZone = "Europe/Paris",
            Currency = "EUR",
            Enabled = isEnabled,
        };
        var organisation = new Organisation(DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR", 1000, Duration.FromHours(48));
        var provider = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(organisation)
            .AddSingleton(settings)
            .AddSingleton(HostSettingsOf(settings))
            .AddSingleton<OutboxSignal>()
            .AddStorage(new(StorageProvider.Sqlite, $"Data Source={Path.Combine(home, "medalist.db")}"), organisation, Rulebook.Default)
            .AddPlay(settings)
            .AddSingleton(new IntakeSettings(capacity))
            .BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
        return new(home, provider, clock);
    }

    /// <summary>With the workers running and Ana, Ben (EMEA) and nobody else known.</summary>
    public static async Task<Playground> StartAsync(bool isEnabled = true)
    {
        var playground = await CreateAsync(isEnabled);
        await playground.Desk.PutTeamAsync(new(new("emea"), "EMEA", [], [], BoardMode.TopThree), "api", CancellationToken.None);
        await playground.KnowAsync("ana", "ana@example.com");
        await playground.KnowAsync("ben", "ben@example.com");
        await playground.Worker.StartAsync(CancellationToken.None);
        return playground;
    }

    /// <summary>The intake's worker, as the host runs it.</summary>
    public IHostedService Worker => services.GetServices<IHostedService>().OfType<IntakeWorker>().Single();

    public async Task KnowAsync(string id, string email) =>
        Assert.Null(
            await Desk.PutPersonAsync(
                new(new(id), id, email, Role.Rep, true, true, null, Publicity.Named, [new(new("emea"), null, null)], [], null),
                "api",
                CancellationToken.None
            )
        );

    public Task<Recorded> SendAsync(Reported reported) => Intake.RecordAsync(reported, CancellationToken.None);

    /// <summary>A quote of its own, with a fact id of its own.</summary>
    public Reported Quote(string owner = "ana@example.com", Instant? occurred = null)
    {
        var number = Interlocked.Increment(ref sent);
        return Report($"q{number}", new Activity.QuoteSent($"quote-{number}", null, owner, null), occurred);
    }

    public static Reported Report(string id, Activity activity, Instant? occurred = null, Instant? received = null, string body = "{}") =>
        new(new("crm", id), activity, occurred ?? Start, received ?? occurred ?? Start, body);

    /// <summary>Keeps the deployment's write lock as another process would, until disposed.</summary>
    public IDisposable HoldLock()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task<long> FactsAsync() => CountAsync("SELECT COUNT(*) FROM fact");

    public Task<long> PointsAsync(string person) => CountAsync($"SELECT COALESCE(SUM(points), 0) FROM entry WHERE person = '{person}'");

    public async ValueTask DisposeAsync()
    {
        using (var patience = new CancellationTokenSource(Eventually.Patience))
            await Worker.StopAsync(patience.Token);
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static HostSettings HostSettingsOf(OrganisationSettings organisation) =>
        new(
            new(),
            organisation,
            new(),
            new(),
            new(),
            new Dictionary<string, ConnectionSettings>(StringComparer.Ordinal) { ["crm"] = new() { Kind = "standard" } },
            new(),
            new(),
            null
        );
}
