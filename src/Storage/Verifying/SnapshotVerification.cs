using System.Globalization;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Compares what every close of a period kept with its seal, and the goals of a closed period with what its last close kept of them.</summary>
internal sealed class SnapshotVerification(WriteScope scope)
{
    public async Task<IReadOnlyList<Difference>> OfAsync(PeriodKey period, bool isClosed, CancellationToken ct)
    {
        var differences = new List<Difference>();
        var seals = await scope.Db.CloseSeals.AsNoTracking().Where(row => row.Period == period).OrderBy(row => row.Version).ToListAsync(ct);
        foreach (var seal in seals)
            if (await new SnapshotHash(scope.Db).OfAsync(period, seal.Version, ct) is var present && present != seal.Snapshot)
                differences.Add(new(DifferenceKind.Closed, person: null, Text($"{period} version {seal.Version}"), seal.Snapshot, present));

        if (isClosed && seals.Count > 0)
            differences.AddRange(await FrozenAsync(await SnapshotHash.GoalsAsync(scope.Db, period, seals[^1].Version, ct), ct));

        return differences;
    }

    /// <summary>What became of goals stays as the close decided it.</summary>
    private async Task<IEnumerable<Difference>> FrozenAsync(IReadOnlyList<GoalSnapshotRow> kept, CancellationToken ct)
    {
        var scopes = kept.Select(row => new GoalScope(row.Goal, row.Subject, row.Period)).ToList();
        var frozen = await new GoalReading(scope).ProgressAsync(scopes, ct);
        return kept.Zip(scopes)
            .Select(pair =>
                (pair.Second.Subject, pair.Second.Goal, pair.Second.Period, Kept: Text(pair.First), Found: Text(frozen[pair.Second]))
            )
            .Where(goal => goal.Kept != goal.Found)
            .Select(goal => new Difference(
                DifferenceKind.Goal,
                goal.Subject.Person,
                Text($"{goal.Goal} {goal.Period}"),
                goal.Found,
                goal.Kept
            ));
    }

    private static string Text(GoalSnapshotRow row) => Text(row.State, row.Actual, row.Target, row.Replies, row.Base, row.Super, row.Mega);

    private static string Text(GoalProgress? goal) =>
        goal is not { Result: { } result }
            ? ""
            : Text(
                result.State,
                goal.Actual,
                result.Target,
                result.Replies,
                Since(goal, TierKind.Base),
                Since(goal, TierKind.Super),
                Since(goal, TierKind.Mega)
            );

    private static string Text(GoalState state, long actual, long target, int replies, params IEnumerable<Instant?> tiers) =>
        Text($"{state}, {actual} of {target}, {replies} replies, tiers at {string.Join(" / ", tiers)}");

    private static Instant? Since(GoalProgress goal, TierKind tier) =>
        goal.Tiers[tier].Since is { } since ? Stored.Instant(Stored.Micros(since.Credited)) : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
