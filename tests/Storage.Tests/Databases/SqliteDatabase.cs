using Microsoft.Data.Sqlite;

namespace Storage.Tests.Databases;

/// <summary>A file in the folder for temporary files.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"medalist-{Guid.NewGuid():N}");

    protected override StorageOptions Options => new(StorageProvider.Sqlite, $"Data Source={Path.Combine(folder, "medalist.db")}");

    public override Task CreateAsync() => Task.CompletedTask;

    public override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
