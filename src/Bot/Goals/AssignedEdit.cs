using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Bot.Goals;

/// <summary>What becomes of a goal for others when somebody wants it to be so.</summary>
/// <param name="Goal">As it is then; null where nothing changes.</param>
/// <param name="What">Of the audit: <c>goal.published</c>.</param>
/// <param name="Deferred">Why it does not hold in the running period already.</param>
internal sealed record AssignedEdit(Goal? Goal, string What, IReadOnlyList<GoalFault> Deferred, AssignedAnswer? Refusal = null)
{
    public const string Drafted = "goal.drafted";
    public const string Published = AssignedGoalCard.Published;
    public const string Edited = AssignedGoalCard.Edited;

    private static readonly AssignedEdit Nothing = new(null, "", []);

    public static AssignedEdit Of(Goal? stored, GoalId id, PlanTerms terms, AssignedWish wish, GoalStamp stamp, Organisation organisation)
    {
        if (stored is not { IsDraft: false })
            return OfDraft(stored, id, terms, wish, stamp, organisation);
        if (wish.IsDraft is true)
            return Refused(AssignedFaults.NoDraftAgain);
        if (wish.IsShadow && !stored.Assignment!.IsShadow)
            return Refused(AssignedFaults.NoShadowAgain);

        return OfPublished(stored, terms, wish, stamp, organisation);
    }

    private static AssignedEdit OfDraft(
        Goal? stored,
        GoalId id,
        PlanTerms terms,
        AssignedWish wish,
        GoalStamp stamp,
        Organisation organisation
    )
    {
        var draft =
            stored?.Redrafted(terms, wish.IsShadow, stamp, organisation)
            ?? AssignedChanges.Drafted(id, terms, wish.IsShadow, stamp, organisation);
        if (wish.IsDraft ?? stored is not null)
            return stored is not null && IsSame(stored, draft, organisation) ? Nothing : new(draft, Drafted, []);

        return IsOver(draft, stamp.At, organisation)
            ? Refused(AssignedFaults.Over(terms.Only!.Value))
            : new(draft.PublishedAt(stamp.At, organisation), Published, []);
    }

    private static AssignedEdit OfPublished(Goal stored, PlanTerms terms, AssignedWish wish, GoalStamp stamp, Organisation organisation)
    {
        var period = stored.PeriodAt(organisation.DayOf(stamp.At));
        var isRunning = period.StartIn(organisation.Zone) <= stamp.At;
        if (IsOver(stored, stamp.At, organisation))
            return Refused(AssignedFaults.Over(period.Key));

        var answer = GoalEdit.Of(HeldIn(stored, period), terms, isRunning, organisation);
        if (answer is GoalEditAnswer.Refused(var never))
            return new(null, "", [], new AssignedAnswer.NotNow(never));
        if (answer is GoalEditAnswer.NextPeriod(var faults) && wish.Hold is GoalHold.Now)
            return new(null, "", [], new AssignedAnswer.NotNow(faults));

        var deferred = (answer as GoalEditAnswer.NextPeriod)?.Reasons ?? [];
        var waits = deferred.Count > 0 || (wish.Hold is GoalHold.NextPeriod && isRunning);
        if (waits && stored.Assignment!.Only is not null)
            return Refused(AssignedFaults.NoNextPeriod(period.Key));

        var from = waits ? period.End!.Value : period.First!.Value;
        var edited = stored.Planned(terms, from, stamp);
        var leaves = stored.Assignment!.IsShadow && !wish.IsShadow;
        if (IsSame(stored, edited, organisation))
            return leaves ? new(stored.OutOfShadow(), Published, []) : Nothing;

        return leaves
            ? new(edited with { Assignment = stored.Assignment with { IsShadow = false } }, Published, deferred)
            : new(edited, Edited, deferred);
    }

    /// <summary>What the running period is played by.</summary>
    private static PlanTerms HeldIn(Goal goal, Period period) =>
        goal.Versions.Where(version => version.From <= period.First).MaxBy(version => version.Number) is { } held
            ? PlanTerms.Of(goal with { Versions = [held] })
            : PlanTerms.Of(goal);

    private static bool IsOver(Goal goal, Instant now, Organisation organisation) =>
        goal.PeriodAt(organisation.DayOf(now)).EndIn(organisation.Zone) <= now;

    private static bool IsSame(Goal stored, Goal edited, Organisation organisation) =>
        WrittenGoal.Of(stored, organisation).ToJson() == (WrittenGoal.Of(edited, organisation) with { Version = stored.Revision }).ToJson();

    private static AssignedEdit Refused(AssignedAnswer refusal) => new(null, "", [], refusal);
}
