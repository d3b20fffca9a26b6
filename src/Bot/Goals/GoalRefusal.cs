using Gamification;
using Gamification.Goals;

namespace Bot.Goals;

public enum GoalRefusalKind
{
    /// <summary>A field of the wish is wrong.</summary>
    Invalid,

    /// <summary>There is no such goal, or it is archived.</summary>
    NotFound,

    /// <summary>It is somebody else's; the refusal was audited.</summary>
    NotYours,

    AlreadyPaused,
    NotPaused,

    /// <summary>It was deleted more than a day ago, or replaced.</summary>
    TooLate,

    TooMany,
}

/// <summary>Why a goal stays as it is, in words that are said in its owner's language.</summary>
/// <param name="Field"><c>target</c>, <c>period</c>, or <c>goal</c> where no single field is wrong.</param>
public sealed record GoalRefusal(GoalRefusalKind Kind, string Field, FormattableString Message, FormattableString Remedy);

public abstract record GoalAnswer
{
    private GoalAnswer() { }

    /// <summary>The goal as it is now. Its last version says from when on the target holds.</summary>
    /// <param name="Replaced">The goal it took the place of; null for every other change.</param>
    public sealed record Done(Goal Goal, GoalId? Replaced = null) : GoalAnswer;

    public sealed record Refused(GoalRefusal Refusal) : GoalAnswer;
}
