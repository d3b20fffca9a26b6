using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>From when an edit of a published goal may hold.</summary>
public abstract record GoalEditAnswer
{
    private GoalEditAnswer() { }

    /// <summary>In the running period too: everything in it is in people's favour, or nobody gains or loses by it.</summary>
    public sealed record AtOnce : GoalEditAnswer;

    /// <summary>Only from the next period: what is not in people's favour, each at its field.</summary>
    public sealed record NextPeriod(IReadOnlyList<GoalFault> Reasons) : GoalEditAnswer;

    /// <summary>Not at all: what never changes, or what would have to wait for a period that does not come.</summary>
    public sealed record Refused(IReadOnlyList<GoalFault> Faults) : GoalEditAnswer;
}

/// <summary>
/// Edits of a published goal (SPEC 10): metric, period kind and subject are fixed; in a running period an edit may only be in people's
/// favour, anything else waits for the next one.
/// </summary>
public static class GoalEdit
{
    /// <param name="isRunning">Whether a period of it has begun, so that people count on what it promises.</param>
    /// <param name="tiers">As the edit names them, so that faults stand at their places; null: base first, all named.</param>
    public static GoalEditAnswer Of(
        PlanTerms before,
        PlanTerms after,
        bool isRunning,
        Organisation organisation,
        IReadOnlyList<TierWish>? tiers = null
    )
    {
        var never = new PlanFaults();
        CheckFixed(before, after, never);
        if (never.All.Count > 0)
            return new GoalEditAnswer.Refused(never.All);

        var faults = new PlanFaults();
        if (isRunning)
            new Favour(before, after, WrittenIn(after, tiers), organisation, faults).Check();

        return faults.All.Count == 0 ? new GoalEditAnswer.AtOnce()
            : before.Only is null ? new GoalEditAnswer.NextPeriod(faults.All)
            : new GoalEditAnswer.Refused(faults.All);
    }

    private static IReadOnlyList<TierKind> WrittenIn(PlanTerms after, IReadOnlyList<TierWish>? tiers) =>
        tiers is null ? [.. after.Plan.Tiers.Select(tier => tier.Kind)] : [.. tiers.Select(tier => tier.Kind ?? default)];

    private static void CheckFixed(PlanTerms before, PlanTerms after, PlanFaults faults)
    {
        FormattableString remedy = $"Leave it as it is, or archive this goal and make a new one.";
        faults.AddWhen(before.Metric != after.Metric, "metric", $"The metric of a goal does not change.", remedy);
        faults.AddWhen(before.Subject.Kind != after.Subject.Kind, "subject.kind", $"A goal does not change whose it is.", remedy);
        faults.AddWhen(
            before.Subject.Kind == after.Subject.Kind && before.Subject != after.Subject,
            "subject.id",
            $"A goal does not change whose it is.",
            remedy
        );
        faults.AddWhen(before.Kind != after.Kind, "period.kind", $"The kind of period of a goal does not change.", remedy);
        faults.AddWhen(
            before.Kind == after.Kind && before.Only != after.Only,
            "period.key",
            $"The period of a goal does not change.",
            remedy
        );
    }
}
