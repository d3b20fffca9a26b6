using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Storage.Errands;

/// <summary>The file of errands beside the game's on SQLite: <c>data/medalist.chat.db</c> of <c>data/medalist.db</c>.</summary>
internal static class ErrandFile
{
    public static string ConnectionString(string game)
    {
        var connection = new SqliteConnectionStringBuilder(game);
        connection.DataSource = Path.ChangeExtension(connection.DataSource, ".chat.db");
        return connection.ConnectionString;
    }

    /// <summary>Under the game's write lock, so that of several hosts that start at once one makes it.</summary>
    public static async Task CreateAsync(IDbContextFactory<ErrandContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        await SqliteSettings.UseWriteAheadLogAsync((SqliteConnection)db.Database.GetDbConnection(), ct);
        await db.Database.EnsureCreatedAsync(ct);
    }
}
