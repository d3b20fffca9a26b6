using Gamification;
using Gamification.Announcements;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes what is done with prizes, and what follows when what they were given for is taken back.</summary>
internal sealed class PrizeWriter(WriteScope scope)
{
    /// <summary>Answers what the person is told of it.</summary>
    /// <exception cref="DbUpdateException">The step was made already.</exception>
    public async Task<IReadOnlyList<Announcement>> AddAsync(PrizeStep step, CancellationToken ct)
    {
        scope.Db.PrizeSteps.Add(PrizeStepRow.Of(step));
        await scope.SaveAsync(ct);
        return
            step.Prize.Recipient.Person is { } person
            && PrizeAnnouncements.Of(step, await WalletReader.CoinsAsync(scope.Db, person, ct)) is { } told
            ? [told]
            : [];
    }

    /// <summary>
    /// A prize that is not handed out goes with its grant line, and coins that were paid for it come back. Answers what people are told.
    /// </summary>
    /// <param name="written">Lines of this transaction.</param>
    public async Task<IReadOnlyList<Announcement>> FollowAsync(IEnumerable<GrantLine> written, CancellationToken ct)
    {
        var cancelled = new List<(GrantLine Line, long Refund)>();
        foreach (var line in written.Where(line => line.Amount < 0 && RewardNames.KindOf(line.Reward) == RewardNames.Prize))
        {
            var prize = await FindAsync(new(line.Grant, line.Recipient, line.Reward), ct);
            if (prize.Withdrawn(scope.Now) is { } step)
                await AddAsync(step, ct);
            if (prize is { IsGiven: false } && (prize with { IsGiven = true }).State is PrizeState.Pending)
                cancelled.Add((line, prize.Paid));
        }

        var told = new List<Announcement>(cancelled.Count);
        foreach (var (line, refund) in cancelled)
            if (
                line.Recipient.Person is { } person
                && PrizeAnnouncements.Of(line, refund, await WalletReader.CoinsAsync(scope.Db, person, ct)) is { } one
            )
                told.Add(one);

        return told;
    }

    private async Task<Prize> FindAsync(PrizeId id, CancellationToken ct)
    {
        var (grant, tier) = (id.Grant.Scope, id.Grant.Tier);
        var lines = await Prizes
            .Lines(scope.Db)
            .Where(line =>
                line.Goal == grant.Goal
                && line.Subject == grant.Subject
                && line.Tier == tier
                && line.Period == grant.Period
                && line.Recipient == id.Recipient
                && line.Reward == id.Reward
            )
            .ToListAsync(ct);
        var steps = await scope
            .Db.PrizeSteps.AsNoTracking()
            .Where(step =>
                step.Goal == grant.Goal
                && step.Subject == grant.Subject
                && step.Tier == tier
                && step.Period == grant.Period
                && step.Recipient == id.Recipient
                && step.Reward == id.Reward
            )
            .ToListAsync(ct);
        var grants = await scope
            .Db.Grants.AsNoTracking()
            .Where(row => row.Goal == grant.Goal && row.Subject == grant.Subject && row.Tier == tier && row.Period == grant.Period)
            .ToListAsync(ct);
        return Prizes.Of(lines, steps, grants, await GoalReader.GoalsAsync(scope.Db, new HashSet<GoalId> { grant.Goal }, ct))[0];
    }
}
