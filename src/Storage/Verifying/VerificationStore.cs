using Gamification;
using Microsoft.EntityFrameworkCore;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Opens readings of everything that is stored, each on a connection of its own beside live traffic.</summary>
public sealed class VerificationStore
{
    private readonly Func<IWriteConnection> connect;
    private readonly Organisation organisation;
    private readonly Rulebook rules;

    internal VerificationStore(Func<IWriteConnection> connect, Organisation organisation, Rulebook rules) =>
        (this.connect, this.organisation, this.rules) = (connect, organisation, rules);

    public VerificationReading Open() => new(connect(), organisation, rules);

    /// <summary>How many rows a whole run looks at, for its progress bar.</summary>
    public async Task<long> RowsAsync(CancellationToken ct)
    {
        await using var connection = connect();
        await connection.BeginAsync(ct);
        var rows = await connection.Context.Facts.LongCountAsync(ct) + await connection.Context.Entries.LongCountAsync(ct);
        await connection.RollbackAsync();
        return rows;
    }
}
