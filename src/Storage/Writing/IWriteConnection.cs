namespace Storage.Writing;

/// <summary>
/// The one connection of this host that writes the game, kept open between transactions. Used by one transaction at a time;
/// disposed it lets go of its connection, and the next transaction opens another.
/// </summary>
internal interface IWriteConnection : IAsyncDisposable
{
    /// <summary>Begins a transaction and waits in it for the deployment's write lock, before anything is read.</summary>
    Task BeginAsync(CancellationToken ct);

    /// <summary>A context inside the running transaction, for what is not on the hot path. The transaction owns it.</summary>
    GameContext Context { get; }

    /// <summary>Durable when it returns.</summary>
    Task CommitAsync(CancellationToken ct);

    Task RollbackAsync();
}
