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

    /// <summary>What distinct keys find.</summary>
    Task<IReadOnlyList<TRow>> ReadAsync<TKey, TRow>(KeyedRead<TKey, TRow> read, IReadOnlyCollection<TKey> keys, CancellationToken ct);

    /// <summary>What one statement answers; its arguments are texts in the order of its places.</summary>
    Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Query<TRow> query, IReadOnlyList<string> arguments, CancellationToken ct);

    /// <summary>Writes rows of distinct keys; the answer names those that took effect as new rows or merged ones.</summary>
    Task<IReadOnlyList<T>> WriteAsync<T>(Upsert<T> upsert, IReadOnlyCollection<T> rows, CancellationToken ct);

    /// <summary>Durable when it returns.</summary>
    Task CommitAsync(CancellationToken ct);

    Task RollbackAsync();
}
