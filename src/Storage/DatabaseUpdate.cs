using System.Text.Json;
using Gamification;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Storage.Errands;
using Storage.Rows;
using Storage.Writing;

namespace Storage;

/// <summary>
/// Brings a database up to date in one transaction under the write lock, so that several hosts may start at once and one that is killed
/// half-way leaves nothing behind.
/// </summary>
internal sealed partial class DatabaseUpdate(
    StorageOptions options,
    IWriteConnection connection,
    IDbContextFactory<ErrandContext> errands,
    Organisation organisation,
    Rulebook rules,
    ILogger log
)
{
    private const int FirstRulebook = 1;

    /// <summary>Waits as long as it takes: a host that updates a large database before this one holds it for minutes.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        CreateFolder();
        while (!await TryAsync(ct))
            Waiting(log);
    }

    /// <summary>False when somebody else held the database for too long; nothing is changed then.</summary>
    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            await UpdateAsync(ct);
            return true;
        }
        catch (Exception held) when (Availability.IsLocked(held))
        {
            return false;
        }
    }

    private async Task UpdateAsync(CancellationToken ct)
    {
        await using (connection)
        {
            await connection.BeginAsync(ct);
            await MigrateAsync(connection.Context, ct);
            await CheckOrganisationAsync(connection.Context, ct);
            await AddPointRulesAsync(connection.Context, ct);
            await AddRulebookAsync(connection.Context, ct);
            await AddWebChannelAsync(connection.Context, ct);
            if (options.Provider is StorageProvider.Sqlite)
                await ErrandFile.CreateAsync(errands, ct);
            await connection.Context.SaveChangesAsync(ct);
            await connection.CommitAsync(ct);
        }
    }

    private void CreateFolder()
    {
        if (options.Provider is not StorageProvider.Sqlite)
            return;

        var file = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }

    /// <summary>
    /// The script instead of EF's own <c>MigrateAsync</c>: that one opens transactions of its own, and on SQLite its lock is a row that a
    /// killed host would leave behind for ever.
    /// </summary>
    private async Task MigrateAsync(GameContext db, CancellationToken ct)
    {
        await ExecuteAsync(db, db.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), ct);
        var last = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault();
        var newest = db.Database.GetMigrations().Last();
        if (last == newest)
            return;

        if (last is not null)
            Updating(log, last, newest);
        await ExecuteAsync(db, db.GetService<IMigrator>().GenerateScript(last, options: MigrationsSqlGenerationOptions.NoTransactions), ct);
    }

    /// <summary>
    /// Not <c>ExecuteSqlRaw</c>: that one reads braces in a script as parameters. However long it takes: a new index of ten million rows needs
    /// more than a command is usually given.
    /// </summary>
    private static async Task ExecuteAsync(GameContext db, string script, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = script;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task CheckOrganisationAsync(GameContext db, CancellationToken ct)
    {
        var row = await db.Organisations.SingleOrDefaultAsync(ct);
        if (row is null)
        {
            db.Organisations.Add(
                new()
                {
                    Id = OrganisationRow.Only,
                    Zone = organisation.Zone.Id,
                    Currency = organisation.Currency,
                }
            );
            return;
        }

        if (row.Zone != organisation.Zone.Id || row.Currency != organisation.Currency)
            await ChangeAsync(db, row, ct);
    }

    private async Task ChangeAsync(GameContext db, OrganisationRow row, CancellationToken ct)
    {
        if (await db.Facts.AnyAsync(ct))
        {
            throw new InvalidOperationException(
                $"Zone and currency cannot change after the first fact: this database holds facts in {row.Zone} and {row.Currency}, "
                    + $"the settings say {organisation.Zone.Id} and {organisation.Currency}. "
                    + $"Set Organisation__TimeZone={row.Zone} and Organisation__Currency={row.Currency}, or start with an empty database."
            );
        }

        (row.Zone, row.Currency) = (organisation.Zone.Id, organisation.Currency);
    }

    /// <summary>The settings give the first values; what is stored wins from then on.</summary>
    private async Task AddPointRulesAsync(GameContext db, CancellationToken ct)
    {
        if (!await db.PointRules.AnyAsync(ct))
            db.PointRules.Add(PointRulesRow.Of(rules.Points.Newest, "settings", at: null));
    }

    private async Task AddRulebookAsync(GameContext db, CancellationToken ct)
    {
        if (!await db.Rulebooks.AnyAsync(row => row.Version == FirstRulebook, ct))
            db.Rulebooks.Add(new() { Version = FirstRulebook, Values = Values() });
    }

    private string Values() =>
        JsonSerializer.Serialize(
            new { Badges = rules.Badges.ToDictionary(badge => badge.Id, badge => badge.Trigger.Threshold) },
            JsonSerializerOptions.Web
        );

    private static async Task AddWebChannelAsync(GameContext db, CancellationToken ct)
    {
        var web = ChannelRow.WebOf(null);
        if (await db.Channels.FindAsync([web.Id], ct) is null)
            db.Channels.Add(web);
    }

    [LoggerMessage(
        EventName = "database.waiting",
        Level = LogLevel.Warning,
        Message = "Another process holds the database, perhaps to bring it up to date; trying again until it is free"
    )]
    private static partial void Waiting(ILogger log);

    [LoggerMessage(
        EventName = "database.updating",
        Level = LogLevel.Information,
        Message = "Bringing the database from {Applied} to {Newest}; a large one takes minutes, and one that is interrupted stays as it was"
    )]
    private static partial void Updating(ILogger log, string applied, string newest);
}
