using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Storage;

namespace Bot.Api;

/// <param name="Ledger">SHA-256 of the ledger as it was; empty for a custom range, which has none of its own.</param>
/// <param name="Snapshot">SHA-256 of the ranks and goals that this close kept.</param>
internal sealed record CloseAnswer(int Version, DateTimeOffset ClosedAt, string Ledger, string Snapshot);

internal sealed record ClosedTierAnswer(string Kind, DateTimeOffset ReachedAt);

/// <param name="Unit">As in <see cref="GoalProgressAnswer"/>.</param>
/// <param name="Replies">Measured replies behind a median; null for sums.</param>
/// <param name="Tiers">Those that were reached.</param>
internal sealed record ClosedGoalAnswer(
    string Goal,
    string Subject,
    string Type,
    string Unit,
    decimal? Actual,
    decimal Target,
    double AttainmentPercent,
    int? Replies,
    string State,
    IReadOnlyList<ClosedTierAnswer> Tiers
);

/// <param name="State"><c>closed</c> or <c>reopened</c>.</param>
/// <param name="Closes">All of them, the first one first.</param>
/// <param name="Version">Which close <paramref name="Goals"/> are of.</param>
internal sealed record ClosedPeriodAnswer(
    string Period,
    string Zone,
    DateTimeOffset Starts,
    DateTimeOffset Ends,
    string State,
    IReadOnlyList<CloseAnswer> Closes,
    int Version,
    IReadOnlyList<ClosedGoalAnswer> Goals
);

/// <summary>What closes of a period kept, as the API answers it.</summary>
internal sealed class CloseAnswers(CloseReader closes, Organisation organisation)
{
    /// <summary>Null for a period that was never closed, or not so often.</summary>
    /// <param name="version">Null: the latest.</param>
    public async Task<ClosedPeriodAnswer?> FindAsync(Period period, int? version, CancellationToken ct)
    {
        if (await closes.FindAsync(period.Key, ct) is not { } close || version < 1 || version > close.Version)
            return null;

        var asked = version ?? close.Version;
        var goals = await closes.GoalsAsync(period.Key, asked, ct);
        var seals = await closes.SealsAsync(period.Key, ct);
        return new(
            period.Key.Value,
            organisation.Zone.Id,
            period.StartIn(organisation.Zone)!.Value.ToDateTimeOffset(),
            period.EndIn(organisation.Zone)!.Value.ToDateTimeOffset(),
            JsonNames.Of(close.State),
            [.. seals.Select(seal => new CloseAnswer(seal.Version, seal.ClosedAt.ToDateTimeOffset(), seal.Ledger, seal.Snapshot))],
            asked,
            [.. goals.Select(AnswerOf)]
        );
    }

    private ClosedGoalAnswer AnswerOf(GoalSnapshotLine line)
    {
        var isGiven = line.Goal.Assignment is not null;
        return new(
            line.Goal.Id.Value,
            line.Subject.Value,
            line.Goal.Type.Name,
            isGiven ? AssignedGoalAnswers.UnitOf(line.Goal.Type, organisation) : GoalEndpoints.UnitOf(line.Goal.Type, organisation),
            line.Goal.Type.IsMedian && line.Replies == 0 ? null : Written(line.Actual),
            Written(line.Target),
            line.BasisPoints / 100.0,
            line.Goal.Type.IsMedian ? line.Replies : null,
            JsonNames.Of(line.State),
            [.. line.Tiers.Select(tier => new ClosedTierAnswer(JsonNames.Of(tier.Tier), tier.ReachedAt.ToDateTimeOffset()))]
        );

        decimal Written(long kept) =>
            isGiven ? GoalCheck.Written(line.Goal.Metric, kept, organisation) : GoalEndpoints.Written(line.Goal.Type, kept, organisation);
    }
}
