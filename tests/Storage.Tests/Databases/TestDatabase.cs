using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Storage.Tests.Databases;

/// <summary>A database of its own for one test, which any number of hosts may open.</summary>
public abstract class TestDatabase
{
    public static readonly Organisation Paris = new(DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR", 1_000, Duration.FromHours(48));

    protected abstract StorageOptions Options { get; }

    public abstract Task CreateAsync();

    public abstract Task DropAsync();

    /// <summary>One more host of the deployment, with connections and caches of its own.</summary>
    public ServiceProvider StartHost(Organisation? organisation = null, Rulebook? rules = null) =>
        new ServiceCollection().AddStorage(Options, organisation ?? Paris, rules ?? Rulebook.Default).BuildServiceProvider();

    internal CrashingConnection Crashing() => new(StorageSetup.Connect(Options));

    public static GameContext Open(IServiceProvider host) => host.GetRequiredService<IDbContextFactory<GameContext>>().CreateDbContext();
}
