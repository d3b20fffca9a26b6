using Gamification.Goals;
using NodaTime;

namespace Bot.Goals;

/// <summary>From when an edit of a published goal is to hold.</summary>
public enum GoalHold
{
    /// <summary>From the running period, where that is in people's favour; else it is refused.</summary>
    Now,

    NextPeriod,
}

/// <summary>What a manager wants of a goal for others.</summary>
/// <param name="IsDraft">Null: a draft stays one, a new goal is published.</param>
/// <param name="IsShadow">Whether it only shows managers what it would do.</param>
/// <param name="Version">The revision that was read before; null: whatever there is.</param>
/// <param name="Reason">Why, in the manager's words.</param>
/// <param name="Hold">Null: at once where that is in people's favour, else from the next period on.</param>
public sealed record AssignedWish(PlanWish Plan, bool? IsDraft, bool IsShadow, int? Version, string? Reason, GoalHold? Hold = null);

/// <summary>What came of it.</summary>
public abstract record AssignedAnswer
{
    private AssignedAnswer() { }

    /// <param name="Goal">As it is now.</param>
    /// <param name="From">The first day the newest version holds.</param>
    /// <param name="Deferred">Why it does not hold in the running period already; empty where it does, or nothing was changed.</param>
    public sealed record Done(Goal Goal, LocalDate From, IReadOnlyList<GoalFault> Deferred) : AssignedAnswer;

    /// <param name="Faults">All of them, each at its field.</param>
    public sealed record Invalid(IReadOnlyList<GoalFault> Faults) : AssignedAnswer;

    /// <summary>It is published, and this is not how a published goal changes.</summary>
    public sealed record NotNow(IReadOnlyList<GoalFault> Faults) : AssignedAnswer;

    /// <summary>Somebody changed it meanwhile.</summary>
    /// <param name="Version">The revision it has now.</param>
    /// <param name="Changes">What they changed, the oldest first.</param>
    public sealed record Conflict(int Version, IReadOnlyList<GoalChangeNote> Changes) : AssignedAnswer;

    /// <summary>The refusal was audited.</summary>
    /// <param name="Right">Who may: "a manager of EMEA or an admin".</param>
    public sealed record Forbidden(FormattableString Right) : AssignedAnswer;

    /// <summary>There is no such goal for others, or it is archived.</summary>
    public sealed record NotFound : AssignedAnswer;
}

/// <summary>One change of a goal by somebody.</summary>
/// <param name="Fields">By their names on the wire.</param>
public sealed record GoalChangeNote(string By, Instant At, IReadOnlyList<string> Fields, string? Reason);
