using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>Tells a request that is worked on again from one that was done already.</summary>
public sealed class RepeatedRequests(IDbContextFactory<GameContext> contexts)
{
    /// <exception cref="AlreadyDoneException">The present request is worked on again, and it wrote something before.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        if (ChatRequest.Current is not { IsRepeated: true, Steps: var (from, to) })
            return;

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Audit.AnyAsync(row => row.Step!.CompareTo(from) > 0 && row.Step.CompareTo(to) < 0, ct))
            throw new AlreadyDoneException(from);
    }
}
