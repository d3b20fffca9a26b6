using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Gamification.Verifying;
using NodaTime;
using NodaTime.Text;
using Storage.Writing;
using Period = Gamification.Time.Period;

namespace Storage.Verifying;

/// <summary>Some managers' goals: their progress in every open period, and all they granted.</summary>
internal sealed class GoalPart(WriteScope scope)
{
    /// <summary>Goals that unlock one another, their lines and what they granted are asked for one after the other.</summary>
    private const int Rounds = 32;

    /// <summary>The last day anybody has a line on.</summary>
    private static readonly Query<string> LastDay = new(
        "SELECT MAX(t.period) FROM tally AS t WHERE t.board = 'org' AND length(t.period) = 10 HAVING MAX(t.period) IS NOT NULL",
        row => row.Text(0)
    );

    private readonly WorldReader worlds = new(scope);

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        var goals = await new GoalReading(scope).AssignedAfterAsync(after, ct);
        var cursor = goals.Count < GoalTable.Together ? null : goals[^1].Id.Value;
        var days = await scope.Connection.QueryAsync(LastDay, [], ct);
        if (goals.Count == 0 || days is not [var day])
            return new(cursor, scope.Number, () => Verified.Nothing(0));

        var scopes = new HashSet<GoalScope>();
        foreach (var goal in goals)
            scopes.UnionWith(await new GoalScopeReader(scope).OpenAsync(goal, LocalDatePattern.Iso.Parse(day).Value, ct));

        var verification = await SettleAsync(scopes, ct);
        var coins = await scope.Connection.ReadAsync(GrantTable.Coins, scopes, ct);
        var paid = coins.GroupBy(entry => entry.Scope).ToDictionary(entries => entries.Key, entries => entries.Sum(entry => entry.Amount));
        var unlocked = (await scope.Connection.ReadAsync(GrantTable.Unlocks, scopes, ct)).ToHashSet();
        return new(cursor, scope.Number, () => Compare(verification, scopes, paid, unlocked));
    }

    private static Verified Compare(
        GoalVerification verification,
        HashSet<GoalScope> scopes,
        IReadOnlyDictionary<GoalScope, long> paid,
        HashSet<GoalScope> unlocked
    )
    {
        Difference[] differences = [.. verification.Run(), .. verification.Coins(paid), .. verification.Unlocked(unlocked)];
        return new(scopes.Count, differences, differences.Length == 0 ? Recount.Nothing : Recount.Nothing with { Goals = scopes }, [])
        {
            Kept = verification.Kept,
            Mended = differences.Length == 0 ? [] : [verification.Decided],
        };
    }

    private async Task<GoalVerification> SettleAsync(IReadOnlySet<GoalScope> scopes, CancellationToken ct)
    {
        var world = await worlds.ReadAsync(Recount.Nothing with { Goals = scopes }, ct);
        for (var round = 0; round < Rounds; round++)
        {
            var verification = new GoalVerification(world, scopes);
            if (verification.Needs is not { } needs)
                return verification;

            world = await worlds.ReadAsync(world, needs, ct);
        }

        throw new InvalidOperationException("The verification of goals asked for the same things again and again.");
    }
}
