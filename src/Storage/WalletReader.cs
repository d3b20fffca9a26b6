using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>One line of a wallet.</summary>
/// <param name="Rule"><c>reward</c>, <c>accelerator</c> or <c>prize</c>.</param>
/// <param name="Activity">Null where none caused it.</param>
/// <param name="Revision">Of a reward 0 gives, 1 takes back; of an accelerator and a prize it counts on.</param>
public sealed record CoinLine(
    Instant At,
    long Amount,
    string Rule,
    string Reason,
    FactId? Activity,
    GoalId Goal,
    GrantKey? Grant,
    int Revision
);

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
        return await CoinsAsync(db, person, ct);
    }

    internal static async Task<long> CoinsAsync(GameContext db, PersonId person, CancellationToken ct)
    {
        var subject = SubjectId.Of(person);
        var granted = await GrantedTo(subject, db).SumAsync(line => line.Amount, ct);
        var accelerated = await db.CoinEntries.Where(entry => entry.Subject == subject).SumAsync(entry => entry.Amount, ct);
        return granted + accelerated + await db.PrizeSteps.Where(step => step.Payer == person).SumAsync(step => step.Coins, ct);
    }

    /// <summary>The lines behind the sum, credited in <c>[from, to)</c>, the newest first; null bounds are open.</summary>
    public async Task<IReadOnlyList<CoinLine>> LinesAsync(PersonId person, Instant? from, Instant? to, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var subject = SubjectId.Of(person);
        var granted = await GrantedTo(subject, db).ToListAsync(ct);
        var accelerated = await db.CoinEntries.AsNoTracking().Where(entry => entry.Subject == subject).ToListAsync(ct);
        var paid = await db.PrizeSteps.AsNoTracking().Where(step => step.Payer == person).ToListAsync(ct);
        return
        [
            .. granted
                .Select(LineOf)
                .Concat(accelerated.Select(LineOf))
                .Concat(paid.Select(LineOf))
                .Where(line => (from is not { } first || line.At >= first) && (to is not { } end || line.At < end))
                .OrderByDescending(line => line.At)
                .ThenBy(line => line.Rule, StringComparer.Ordinal)
                .ThenByDescending(line => line.Revision)
                .Take(most),
        ];
    }

    private static IQueryable<GrantLineRow> GrantedTo(SubjectId recipient, GameContext db) =>
        db
            .GrantLines.AsNoTracking()
            .Where(line => line.Recipient == recipient && (line.Reward == RewardNames.Coins || line.Reward.StartsWith(Further)));

    private static CoinLine LineOf(GrantLineRow line) =>
        new(
            line.Credited,
            line.Amount,
            "reward",
            line.Reason,
            new(line.Connection, line.ExternalId),
            line.Goal,
            line.ToKey(),
            line.Revision
        );

    private static CoinLine LineOf(CoinEntryRow entry) =>
        new(
            entry.Credited,
            entry.Amount,
            "accelerator",
            entry.Reason,
            new(entry.Connection, entry.ExternalId),
            entry.Goal,
            Grant: null,
            entry.Sequence
        );

    private static CoinLine LineOf(PrizeStepRow step) =>
        new(
            step.At,
            step.Coins,
            "prize",
            step.Reason ?? EnumText<PrizeAct>.Of(step.Act),
            Activity: null,
            step.Goal,
            step.Prize.Grant,
            step.Number
        );
}
