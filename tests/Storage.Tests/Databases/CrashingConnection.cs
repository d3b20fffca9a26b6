using Storage.Writing;

namespace Storage.Tests.Databases;

/// <summary>The host dies here.</summary>
internal sealed class CrashException() : Exception("The host died between two statements.");

/// <summary>A real connection whose host dies before the statement that is due, or right after the commit, before anybody hears of it.</summary>
internal sealed class CrashingConnection(IWriteConnection inner) : IWriteConnection
{
    private int left = int.MaxValue;

    public GameContext Context => inner.Context;

    /// <summary>Statements that still succeed.</summary>
    public void CrashAfter(int statements) => left = statements;

    public void Heal() => left = int.MaxValue;

    public Task BeginAsync(CancellationToken ct) => inner.BeginAsync(ct);

    public Task<IReadOnlyList<TRow>> ReadAsync<TKey, TRow>(KeyedRead<TKey, TRow> read, IReadOnlyCollection<TKey> keys, CancellationToken ct)
    {
        Live();
        return inner.ReadAsync(read, keys, ct);
    }

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Query<TRow> query, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        Live();
        return inner.QueryAsync(query, arguments, ct);
    }

    public Task<IReadOnlyList<T>> WriteAsync<T>(Upsert<T> upsert, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        Live();
        return inner.WriteAsync(upsert, rows, ct);
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        Live();
        await inner.CommitAsync(ct);
        Live();
    }

    public Task RollbackAsync() => inner.RollbackAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Live()
    {
        if (left-- <= 0)
            throw new CrashException();
    }
}
