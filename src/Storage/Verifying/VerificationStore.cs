using System.Runtime.CompilerServices;
using Gamification;
using Microsoft.EntityFrameworkCore;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Goes through everything that is stored, part by part, on connections of its own beside live traffic.</summary>
public sealed class VerificationStore
{
    private readonly Func<IWriteConnection> connect;
    private readonly Organisation organisation;
    private readonly Rulebook rules;

    internal VerificationStore(Func<IWriteConnection> connect, Organisation organisation, Rulebook rules) =>
        (this.connect, this.organisation, this.rules) = (connect, organisation, rules);

    /// <summary>
    /// The parts of a phase in their order, each compared as it was stored at one moment. They are read ahead of who takes them: who
    /// changes more than the parts taken so far begins anew with the cursor.
    /// </summary>
    /// <param name="after">The cursor of the part before; empty to begin.</param>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public IAsyncEnumerable<ComparedPart> PartsAsync(VerificationPhase phase, string after, CancellationToken ct) =>
        phase is VerificationPhase.Shared or VerificationPhase.Own or VerificationPhase.People
            ? SideBySideAsync(phase, after, ct)
            : OneByOneAsync(phase, after, ct);

    /// <summary>How many rows a whole run looks at, for its progress bar.</summary>
    public async Task<long> RowsAsync(CancellationToken ct)
    {
        await using var connection = connect();
        await connection.BeginAsync(ct);
        var rows = await connection.Context.Facts.LongCountAsync(ct) + await connection.Context.Entries.LongCountAsync(ct);
        await connection.RollbackAsync();
        return rows;
    }

    private async IAsyncEnumerable<ComparedPart> SideBySideAsync(
        VerificationPhase phase,
        string after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var lanes = new ReadingLanes(phase, Open);
        await foreach (var part in lanes.PartsAsync(after, ct))
            yield return part;
    }

    /// <summary>One part is read while another is compared.</summary>
    private async IAsyncEnumerable<ComparedPart> OneByOneAsync(
        VerificationPhase phase,
        string after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var reading = Open();
        var next = ReadAsync(after);
        try
        {
            while (next is not null)
            {
                var part = await next;
                next = part.Cursor is { } cursor ? ReadAsync(cursor) : null;
                yield return part.Compared();
            }
        }
        finally
        {
            await (next ?? Task.CompletedTask).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        Task<ReadPart>? ReadAsync(string from) => Task.Run(() => reading.NextAsync(phase, from, ct), ct);
    }

    private VerificationReading Open() => new(connect(), organisation, rules);
}
