using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;

namespace Storage.Writing;

/// <summary>How grants, what they gave, coins and unlocks are written and read under the lock.</summary>
internal static class GrantTable
{
    private const string OfOneScope = "t.goal = {0} AND t.subject = {1} AND t.period = {2}";

    /// <summary>One that is there already is left out: only who inserted it pays.</summary>
    public static readonly Upsert<Grant> Write = new(
        "\"grant\"",
        keys: 4,
        OnConflict.Ignore,
        new Field<Grant>.Text("goal", grant => grant.Key.Scope.Goal.Value),
        new Field<Grant>.Text("subject", grant => grant.Key.Scope.Subject.Value),
        new Field<Grant>.Text("tier", grant => EnumText<TierKind>.Of(grant.Key.Tier)),
        new Field<Grant>.Text("period", grant => grant.Key.Scope.Period.Value),
        new Field<Grant>.Number("version", grant => grant.Version),
        new Field<Grant>.Number("credited", grant => Stored.Micros(grant.At.Credited)),
        new Field<Grant>.Number("occurred", grant => Stored.Micros(grant.At.Occurred)),
        new Field<Grant>.Text("connection", grant => grant.At.Fact.Connection),
        new Field<Grant>.Text("external_id", grant => grant.At.Fact.ExternalId)
    );

    public static readonly Upsert<GrantLine> WriteLine = new(
        "grant_line",
        keys: 7,
        OnConflict.Refuse,
        new Field<GrantLine>.Text("goal", line => line.Grant.Scope.Goal.Value),
        new Field<GrantLine>.Text("subject", line => line.Grant.Scope.Subject.Value),
        new Field<GrantLine>.Text("tier", line => EnumText<TierKind>.Of(line.Grant.Tier)),
        new Field<GrantLine>.Text("period", line => line.Grant.Scope.Period.Value),
        new Field<GrantLine>.Text("recipient", line => line.Recipient.Value),
        new Field<GrantLine>.Text("reward", line => line.Reward),
        new Field<GrantLine>.Number("revision", line => line.Revision),
        new Field<GrantLine>.Number("amount", line => line.Amount),
        new Field<GrantLine>.Text("reason", line => line.Reason),
        new Field<GrantLine>.Number("credited", line => Stored.Micros(line.At.Credited)),
        new Field<GrantLine>.Number("occurred", line => Stored.Micros(line.At.Occurred)),
        new Field<GrantLine>.Text("connection", line => line.At.Fact.Connection),
        new Field<GrantLine>.Text("external_id", line => line.At.Fact.ExternalId)
    );

    public static readonly Upsert<CoinEntry> WriteCoins = new(
        "coin_entry",
        keys: 4,
        OnConflict.Refuse,
        new Field<CoinEntry>.Text("goal", coins => coins.Scope.Goal.Value),
        new Field<CoinEntry>.Text("subject", coins => coins.Scope.Subject.Value),
        new Field<CoinEntry>.Text("period", coins => coins.Scope.Period.Value),
        new Field<CoinEntry>.Number("sequence", coins => coins.Sequence),
        new Field<CoinEntry>.Number("amount", coins => coins.Amount),
        new Field<CoinEntry>.Number("credited", coins => Stored.Micros(coins.At.Credited)),
        new Field<CoinEntry>.Number("occurred", coins => Stored.Micros(coins.At.Occurred)),
        new Field<CoinEntry>.Text("connection", coins => coins.At.Fact.Connection),
        new Field<CoinEntry>.Text("external_id", coins => coins.At.Fact.ExternalId),
        new Field<CoinEntry>.Text("reason", coins => coins.Reason)
    );

    public static readonly Upsert<Unlock> WriteUnlock = new(
        "unlock",
        keys: 3,
        OnConflict.Ignore,
        new Field<Unlock>.Text("goal", unlock => unlock.Scope.Goal.Value),
        new Field<Unlock>.Text("subject", unlock => unlock.Scope.Subject.Value),
        new Field<Unlock>.Text("period", unlock => unlock.Scope.Period.Value),
        new Field<Unlock>.Number("credited", unlock => Stored.Micros(unlock.At.Credited)),
        new Field<Unlock>.Number("occurred", unlock => Stored.Micros(unlock.At.Occurred)),
        new Field<Unlock>.Text("connection", unlock => unlock.At.Fact.Connection),
        new Field<Unlock>.Text("external_id", unlock => unlock.At.Fact.ExternalId)
    );

    public static readonly KeyedRead<GoalScope, Grant> OfScope = new(
        "t.goal, t.subject, t.tier, t.period, t.credited, t.occurred, t.connection, t.external_id, t.version, t.kept_at",
        "\"grant\"",
        OfOneScope,
        row => new(KeyOf(row), PositionOf(row, 4), (int)row.Number(8)) { IsKept = row.NumberOrNull(9) is not null },
        ScopeKey
    );

    public static readonly KeyedRead<GoalScope, GrantLine> Lines = new(
        "t.goal, t.subject, t.tier, t.period, t.credited, t.occurred, t.connection, t.external_id, t.recipient, t.reward, t.revision, t.amount, t.reason",
        "grant_line",
        OfOneScope,
        row => new(KeyOf(row), new(row.Text(8)), row.Shared(9), (int)row.Number(10), row.Number(11), row.Shared(12), PositionOf(row, 4)),
        ScopeKey
    );

    public static readonly KeyedRead<GoalScope, RecipientChange> Changes = new(
        "t.goal, t.subject, t.tier, t.period, t.person, t.added, t.at, t.\"by\", t.reason",
        "recipient_change",
        OfOneScope,
        row => new(KeyOf(row), new(row.Text(4)), row.Flag(5), Stored.Instant(row.Number(6)), row.Text(7), row.Text(8)),
        ScopeKey
    );

    /// <summary>What an accelerator paid of each scope, line by line.</summary>
    public static readonly KeyedRead<GoalScope, CoinEntry> Coins = new(
        "t.goal, t.subject, t.period, t.sequence, t.credited, t.occurred, t.connection, t.external_id, t.amount, t.reason",
        "coin_entry",
        OfOneScope,
        row => new(ScopeOf(row), (int)row.Number(3), row.Number(8), PositionOf(row, 4), row.Shared(9)),
        ScopeKey
    );

    public static readonly KeyedRead<GoalScope, GoalScope> Unlocks = new(
        "t.goal, t.subject, t.period",
        "unlock",
        OfOneScope,
        ScopeOf,
        ScopeKey
    );

    private static Field<GoalScope>[] ScopeKey =>
        [
            new Field<GoalScope>.Text("goal", scope => scope.Goal.Value),
            new Field<GoalScope>.Text("subject", scope => scope.Subject.Value),
            new Field<GoalScope>.Text("period", scope => scope.Period.Value),
        ];

    private static GoalScope ScopeOf(IRow row) => new(new(row.Text(0)), new(row.Text(1)), new(row.Text(2)));

    private static GrantKey KeyOf(IRow row) =>
        new(new(new(row.Text(0)), new(row.Text(1)), new(row.Text(3))), EnumText<TierKind>.Parse(row.Text(2)));

    private static Position PositionOf(IRow row, int from) =>
        new(Stored.Instant(row.Number(from)), Stored.Instant(row.Number(from + 1)), new(row.Text(from + 2), row.Text(from + 3)));
}
