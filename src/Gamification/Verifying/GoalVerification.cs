using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using static System.FormattableString;

namespace Gamification.Verifying;

/// <summary>Counts managers' goals afresh and compares their progress and everything they granted with what is stored.</summary>
/// <param name="world">With the goals' progress; what else is needed, <see cref="Needs"/> names.</param>
public sealed class GoalVerification(World world, IReadOnlySet<GoalScope> scopes)
{
    private readonly Outcome outcome = Engine.Recount(Recount.Nothing with { Goals = scopes }, world);

    /// <summary>What is to be loaded before it can be compared; null when nothing.</summary>
    public Outcome.Needs? Needs => outcome as Outcome.Needs;

    /// <summary>What brings it in line.</summary>
    public Outcome.Decided Decided =>
        outcome as Outcome.Decided ?? throw new InvalidOperationException("Not everything of the goals is loaded.");

    /// <summary>How many grants managers keep although their tiers were never reached.</summary>
    public int Kept => world.Rewards.Values.SelectMany(posted => posted.Grants).Count(grant => grant.IsKept && !IsReached(grant.Key));

    public IReadOnlyList<Difference> Run() =>
        [
            .. Decided.Goals.Select(Progress).OfType<Difference>(),
            .. Decided.Grants.Select(grant => Of(DifferenceKind.Grant, grant.Key.Scope, grant.Key.ToString(), "", "granted")),
            .. Decided.GrantLines.Select(line =>
                Of(
                    DifferenceKind.Grant,
                    line.Grant.Scope,
                    Invariant($"{line.Grant} {line.Recipient} {line.Reward}"),
                    "0",
                    Invariant($"{line.Amount} more")
                )
            ),
            .. Decided.Coins.Select(coins =>
                Of(DifferenceKind.Coins, coins.Scope, Text(coins.Scope), "0", Invariant($"{coins.Amount} more coins"))
            ),
            .. Decided
                .Entries.Where(entry => RuleNames.IsBonus(entry.Key.Rule))
                .Select(entry => new Difference(
                    DifferenceKind.Line,
                    entry.Key.Person,
                    Invariant($"{entry.Key}"),
                    "0",
                    Invariant($"{entry.Points} more points")
                )),
        ];

    /// <summary>Goals that were unlocked without a row that says so.</summary>
    /// <param name="stored">Those that have one.</param>
    public IEnumerable<Difference> Unlocked(IReadOnlySet<GoalScope> stored) =>
        Decided
            .Unlocks.Where(unlock => !stored.Contains(unlock.Scope))
            .Select(unlock => Of(DifferenceKind.Unlock, unlock.Scope, Text(unlock.Scope), "", Invariant($"{unlock.At}")));

    /// <summary>Wallet lines that do not add up to what the progress says was paid, where counting again does not add to them.</summary>
    /// <param name="paid">The sum of the stored lines of each scope that has some.</param>
    public IEnumerable<Difference> Coins(IReadOnlyDictionary<GoalScope, long> paid) =>
        world
            .GoalProgress.Where(row =>
                scopes.Contains(row.Key)
                && PaidOf(row.Value) != paid.GetValueOrDefault(row.Key)
                && !IsShadow(row.Key)
                && !Decided.Coins.Any(coins => coins.Scope == row.Key)
            )
            .Select(row =>
                Of(
                    DifferenceKind.Coins,
                    row.Key,
                    Text(row.Key),
                    Invariant($"{paid.GetValueOrDefault(row.Key)} coins"),
                    Invariant($"{PaidOf(row.Value)}")
                )
            );

    /// <summary>What an accelerator pays in points has no lines in a wallet.</summary>
    private static long PaidOf(GoalProgress? progress) => progress is { CoinLines: > 0 } ? progress.Paid : 0;

    /// <summary>It counts what it would pay, and pays nothing.</summary>
    private bool IsShadow(GoalScope scope) =>
        (world.Assigned.Find(scope.Goal) ?? world.Goals.GetValueOrDefault(scope.Subject, []).FirstOrDefault(goal => goal.Id == scope.Goal))
            is { Assignment.IsShadow: true };

    private bool IsReached(GrantKey key) => world.GoalProgress.GetValueOrDefault(key.Scope)?.Tiers[key.Tier].Since is not null;

    private Difference? Progress(GoalProgress goal) =>
        TextOf(world.GoalProgress[goal.Scope]) is var before && before != TextOf(goal)
            ? Of(DifferenceKind.Goal, goal.Scope, $"{goal.Scope.Goal} {goal.Scope.Period}", before, TextOf(goal))
            : null;

    private static Difference Of(DifferenceKind kind, GoalScope scope, string key, string stored, string derived) =>
        new(kind, scope.Subject.Person, key, stored, derived);

    /// <summary>What of a goal must be the same whatever way it came to be.</summary>
    internal static string TextOf(GoalProgress? goal) =>
        goal is null || (goal is { Actual: 0, Crossed: null, Result: null, Unlocked: null, Paid: 0 } && goal.Tiers == TierMarks.None)
            ? ""
            : Invariant(
                    $"{goal.Actual}, at its target since {goal.Crossed} {goal.Result} {TextOf(goal.Tiers)} {goal.Unlocked} {goal.Paid} {goal.Gate} {goal.Extra} {goal.Members}"
                )
                .TrimEnd();

    private static string TextOf(TierMarks tiers) => tiers == TierMarks.None ? "" : tiers.ToString();

    private static string Text(GoalScope scope) => $"{scope.Goal}/{scope.Subject}/{scope.Period}";
}
