using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>
/// The coins of a person: what grants gave and took back, what accelerators posted, what was paid for prizes and came back. A sum, never
/// a balance that is edited. It may be less than 0 when coins were spent that were taken back afterwards.
/// </summary>
public sealed class WalletReader(IDbContextFactory<GameContext> contexts)
{
    private const string Further = RewardNames.Coins + ":";

    public async Task<long> CoinsAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var subject = SubjectId.Of(person);
        var granted = await db
            .GrantLines.Where(line => line.Recipient == subject && (line.Reward == RewardNames.Coins || line.Reward.StartsWith(Further)))
            .SumAsync(line => line.Amount, ct);
        var accelerated = await db.CoinEntries.Where(entry => entry.Subject == subject).SumAsync(entry => entry.Amount, ct);
        return granted + accelerated + await db.PrizeSteps.Where(step => step.Payer == person).SumAsync(step => step.Coins, ct);
    }
}
