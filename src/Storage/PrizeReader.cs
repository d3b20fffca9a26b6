using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>Prizes to be handed out, and those that were.</summary>
public sealed class PrizeReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>All there are.</summary>
    public Task<IReadOnlyList<Prize>> AllAsync(CancellationToken ct) => ReadAsync(recipient: null, ct);

    /// <summary>Those of a person, or those given once to a team.</summary>
    public Task<IReadOnlyList<Prize>> OfAsync(SubjectId recipient, CancellationToken ct) => ReadAsync(recipient, ct);

    /// <summary>Null when no such prize was ever given.</summary>
    public async Task<Prize?> FindAsync(PrizeId id, CancellationToken ct) =>
        (await ReadAsync(id.Recipient, ct)).FirstOrDefault(prize => prize.Id == id);

    private async Task<IReadOnlyList<Prize>> ReadAsync(SubjectId? recipient, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var given = Prizes.Lines(db);
        var done = db.PrizeSteps.AsNoTracking();
        if (recipient is { } one)
        {
            given = given.Where(line => line.Recipient == one);
            done = done.Where(step => step.Recipient == one);
        }

        var lines = await given.ToListAsync(ct);
        if (lines.Count == 0)
            return [];

        var ids = lines.Select(line => line.Goal).ToHashSet();
        return Prizes.Of(
            lines,
            await done.ToListAsync(ct),
            await db.Grants.AsNoTracking().Where(grant => ids.Contains(grant.Goal)).ToListAsync(ct),
            await GoalReader.GoalsAsync(db, ids, ct)
        );
    }
}
