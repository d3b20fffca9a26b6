using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>All that goals gave a person and took back, and what was paid for prizes: their wallet in lines.</summary>
/// <param name="Goals">Those the lines are about.</param>
public sealed record PersonRewards(
    IReadOnlyList<GrantLine> Lines,
    IReadOnlyList<CoinEntry> Accelerated,
    IReadOnlyList<PrizeStep> Paid,
    IReadOnlyList<Prize> Prizes,
    IReadOnlyDictionary<GoalId, Goal> Goals
);

public sealed class RewardReader(IDbContextFactory<GameContext> contexts)
{
    public async Task<PersonRewards> OfAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var subject = SubjectId.Of(person);
        var lines = await db.GrantLines.AsNoTracking().Where(line => line.Recipient == subject).ToListAsync(ct);
        var coins = await db.CoinEntries.AsNoTracking().Where(entry => entry.Subject == subject).ToListAsync(ct);
        var steps = await db.PrizeSteps.AsNoTracking().Where(step => step.Recipient == subject || step.Payer == person).ToListAsync(ct);
        var goals = await GoalReader.GoalsAsync(
            db,
            lines.Select(line => line.Goal).Concat(coins.Select(entry => entry.Goal)).Concat(steps.Select(step => step.Goal)).ToHashSet(),
            ct
        );
        var known = goals.Keys.ToList();
        var grants = await db.Grants.AsNoTracking().Where(grant => known.Contains(grant.Goal)).ToListAsync(ct);
        var prizes = lines.Where(line => RewardNames.KindOf(line.Reward) == RewardNames.Prize);
        return new(
            [.. lines.Select(line => line.ToLine())],
            [.. coins.Select(entry => entry.ToEntry())],
            [.. steps.Where(step => step.Payer == person && step.Coins != 0).Select(step => step.ToStep())],
            Prizes.Of(prizes, steps.Where(step => step.Recipient == subject), grants, goals),
            goals
        );
    }
}
