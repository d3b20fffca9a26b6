namespace Storage;

public enum StorageProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Where the game is kept.</summary>
public sealed record StorageOptions(StorageProvider Provider, string ConnectionString);
