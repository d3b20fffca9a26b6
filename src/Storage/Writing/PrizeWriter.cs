using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes what is done with prizes, and what follows when what they were given for is taken back.</summary>
internal sealed class PrizeWriter(WriteScope scope)
{
    /// <exception cref="DbUpdateException">The step was made already.</exception>
    public async Task AddAsync(PrizeStep step, CancellationToken ct)
    {
        scope.Db.PrizeSteps.Add(PrizeStepRow.Of(step));
        await scope.SaveAsync(ct);
    }

    /// <summary>Coins that were paid for a prize that is not handed out come back when its grant line is taken back.</summary>
    /// <param name="written">Lines of this transaction.</param>
    public async Task FollowAsync(IEnumerable<GrantLine> written, CancellationToken ct)
    {
        foreach (var line in written.Where(line => line.Amount < 0 && RewardNames.KindOf(line.Reward) == RewardNames.Prize))
        {
            var id = new PrizeId(line.Grant, line.Recipient, line.Reward);
            var prize = new Prize(id, line.Reward, Price: null, IsGiven: false, await StepsAsync(id, ct));
            if (prize.Withdrawn(scope.Now) is { } step)
                await AddAsync(step, ct);
        }
    }

    private async Task<IReadOnlyList<PrizeStep>> StepsAsync(PrizeId id, CancellationToken ct)
    {
        var scopeOf = id.Grant.Scope;
        var rows = await scope
            .Db.PrizeSteps.AsNoTracking()
            .Where(step =>
                step.Goal == scopeOf.Goal
                && step.Subject == scopeOf.Subject
                && step.Tier == id.Grant.Tier
                && step.Period == scopeOf.Period
                && step.Recipient == id.Recipient
                && step.Reward == id.Reward
            )
            .OrderBy(step => step.Number)
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToStep())];
    }
}
