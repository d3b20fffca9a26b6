using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Publishes the number of a transaction with whom it changed, and makes it durable.</summary>
internal sealed class CommitWriter(WriteScope scope)
{
    /// <summary>Old numbers go once in a while, not with every commit.</summary>
    private const long Sweep = 1024;

    public async Task CommitAsync(CancellationToken ct)
    {
        var row = new CommitRow
        {
            Number = scope.Number,
            At = scope.Now,
            Setup = scope.SetupNumber,
            People = Packed.Of(scope.Changed.Select(person => person.Value)),
        };
        await scope.Connection.WriteAsync(CommitTable.Write, [row], ct);
        if (scope.Number % Sweep == 0)
            await SweepAsync(ct);
        await scope.Connection.CommitAsync(ct);
        scope.Setup.Keep(scope.SetupNumber);
    }

    private Task<int> SweepAsync(CancellationToken ct)
    {
        var oldest = scope.Now - CommitTable.Kept;
        return scope.Db.Commits.Where(row => row.At < oldest && row.Number < scope.Number).ExecuteDeleteAsync(ct);
    }
}
