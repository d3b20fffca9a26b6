using Gamification;
using Microsoft.Extensions.DependencyInjection;

namespace Storage;

public enum StorageProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Where the game is kept.</summary>
public sealed record StorageOptions(StorageProvider Provider, string ConnectionString);

/// <summary>Registers the stores and readers of one deployment and brings its database up to date.</summary>
public static class StorageSetup
{
    /// <summary>Every store and reader of this project as singletons.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options, Organisation organisation, Rulebook rules) =>
        throw new NotSupportedException();

    /// <summary>
    /// Creates the folder of a SQLite file, applies migrations under a lock, and checks that zone and currency are those of the first fact.
    /// Throws <see cref="InvalidOperationException"/> with the remedy when they are not.
    /// </summary>
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken ct) => throw new NotSupportedException();
}
