using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Storage.Tests.Databases;

/// <summary>A test with a database of its own, brought up to date, and one host that has it open.</summary>
public abstract class StorageTest(TestDatabase database) : IAsyncLifetime
{
    protected TestDatabase Database { get; } = database;

    protected virtual Rulebook Rules => Rulebook.Default;

    protected ServiceProvider Host { get; private set; } = null!;

    protected PlayStore Store => Host.GetRequiredService<PlayStore>();

    protected GameContext Open() => TestDatabase.Open(Host);

    public async Task InitializeAsync()
    {
        await Database.CreateAsync();
        Host = Database.StartHost(rules: Rules);
        await Host.MigrateAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DropAsync();
    }
}
