using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>A badge that a tier of a manager's goal gave to a person; the lines of the grant say since when, or that it is taken back.</summary>
/// <param name="GoalName">As it is called in the version that was granted.</param>
/// <param name="Tier">With its label.</param>
/// <param name="Lines">By revision.</param>
public sealed record GivenBadge(string Badge, GrantKey Grant, string GoalName, Tier Tier, IReadOnlyList<GrantLine> Lines)
{
    /// <summary>Where the tier is reached now; null where it is not, and the grant is kept or gone.</summary>
    public Position? Since { get; init; }

    public bool IsHeld => Lines.Sum(line => line.Amount) > 0;

    /// <summary>
    /// Where it was given: at the activity that reached the tier, whatever the order of arrival; a line names the one that was known
    /// when it was written.
    /// </summary>
    public Position At => Since ?? Lines.Last(line => line.Amount > 0).At;

    /// <summary>Where a line stands.</summary>
    public Position AtOf(GrantLine line) => IsHeld && line == Lines[^1] ? At : line.At;
}

/// <summary>
/// Reads given badges from the lines of grants, which are the only place that says who has them: there is no second row that could
/// say something else.
/// </summary>
internal static class GivenBadges
{
    private const string Further = RewardNames.Badge + ":";

    /// <summary>Also those that were taken back.</summary>
    public static async Task<IReadOnlyList<GivenBadge>> OfAsync(GameContext db, PersonId person, CancellationToken ct)
    {
        var recipient = SubjectId.Of(person);
        var lines = await db
            .GrantLines.AsNoTracking()
            .Where(line => line.Recipient == recipient && (line.Reward == RewardNames.Badge || line.Reward.StartsWith(Further)))
            .ToListAsync(ct);
        if (lines.Count == 0)
            return [];

        var goals = lines.Select(line => line.Goal).Distinct().ToList();
        var versions = await db.GoalVersions.AsNoTracking().Where(version => goals.Contains(version.Goal)).ToListAsync(ct);
        var plans = versions.ToDictionary(version => (version.Goal, version.Number));
        var granted = await GrantedAsync(db, lines, goals, ct);
        var tiers = await TiersAsync(db, lines, goals, ct);
        return
        [
            .. lines
                .GroupBy(line => (Grant: line.ToKey(), line.Reward))
                .Select(given =>
                    Of(given.Key.Grant, given.Key.Reward, plans[(given.Key.Grant.Scope.Goal, granted[given.Key.Grant])], given)
                )
                .OfType<GivenBadge>()
                .Select(given => given with { Since = tiers.GetValueOrDefault(given.Grant.Scope, TierMarks.None)[given.Grant.Tier].Since }),
        ];
    }

    /// <summary>The version of the goal that each grant gives by.</summary>
    private static async Task<Dictionary<GrantKey, int>> GrantedAsync(
        GameContext db,
        List<GrantLineRow> lines,
        List<GoalId> goals,
        CancellationToken ct
    )
    {
        var subjects = lines.Select(line => line.Subject).Distinct().ToList();
        var grants = await db
            .Grants.AsNoTracking()
            .Where(grant => goals.Contains(grant.Goal) && subjects.Contains(grant.Subject))
            .ToListAsync(ct);
        return grants.ToDictionary(grant => grant.ToKey(), grant => grant.Version);
    }

    private static async Task<Dictionary<GoalScope, TierMarks>> TiersAsync(
        GameContext db,
        List<GrantLineRow> lines,
        List<GoalId> goals,
        CancellationToken ct
    )
    {
        var subjects = lines.Select(line => line.Subject).Distinct().ToList();
        var periods = lines.Select(line => line.Period).Distinct().ToList();
        var rows = await db
            .GoalProgress.AsNoTracking()
            .Where(row => goals.Contains(row.Goal) && subjects.Contains(row.Subject) && periods.Contains(row.Period))
            .ToListAsync(ct);
        return rows.Select(row => row.ToProgress()).ToDictionary(row => row.Scope, row => row.Tiers);
    }

    /// <summary>Null where the version that was granted names no such badge.</summary>
    private static GivenBadge? Of(GrantKey grant, string reward, GoalVersionRow version, IEnumerable<GrantLineRow> lines) =>
        version.ToVersion().Plan is { } plan
        && plan.Tiers.FirstOrDefault(tier => tier.Kind == grant.Tier) is { } tier
        && RewardNames.Find(tier.Rewards, reward) is Reward.Badge(var badge)
            ? new(badge, grant, plan.Name, tier, [.. lines.OrderBy(line => line.Revision).Select(line => line.ToLine())])
            : null;
}
