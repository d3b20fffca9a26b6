using Gamification;
using NodaTime;
using Storage.Writing;

namespace Storage;

/// <summary>The one write transaction of the game: the deployment's write lock, keyed reads, the differences, one durable commit.</summary>
public sealed class PlayStore : IAsyncDisposable
{
    /// <summary>How long anything here waits for the write lock.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Setup setup = new();
    private readonly IWriteConnection connection;
    private readonly Organisation organisation;
    private readonly Rulebook rules;

    internal PlayStore(IWriteConnection connection, Organisation organisation, Rulebook rules) =>
        (this.connection, this.organisation, this.rules) = (connection, organisation, rules);

    /// <summary>Waits for the deployment's write lock. <see cref="StoreUnavailableException"/> after 5 s or when the database is away or full.</summary>
    /// <param name="now">The moment of the transaction: what it plans and publishes carries it.</param>
    public async Task<PlayWrite> BeginAsync(Instant now, CancellationToken ct)
    {
        if (!await turn.WaitAsync(Patience, ct))
            throw new StoreUnavailableException("The database was locked for too long.", null);

        var write = new PlayWrite(new(connection, setup, organisation, rules, now), () => turn.Release());
        try
        {
            await write.StartAsync(ct);
            return write;
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        turn.Dispose();
    }
}
