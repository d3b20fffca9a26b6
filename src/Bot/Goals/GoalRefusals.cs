using Gamification.Goals;

namespace Bot.Goals;

/// <summary>The refusals in their words.</summary>
internal static class GoalRefusals
{
    private const string Goal = "goal";

    public static readonly GoalRefusal NotFound = new(
        GoalRefusalKind.NotFound,
        Goal,
        $"This goal does not exist any more.",
        $"Open your goals again; a deleted one can be had back for a day."
    );

    public static readonly GoalRefusal NotYours = new(
        GoalRefusalKind.NotYours,
        Goal,
        $"Only its owner may change a personal goal.",
        $"Open your own goals to change one of yours."
    );

    public static readonly GoalRefusal AlreadyPaused = new(
        GoalRefusalKind.AlreadyPaused,
        Goal,
        $"This goal is paused already.",
        $"Resume it when it should count again."
    );

    public static readonly GoalRefusal NotPaused = new(
        GoalRefusalKind.NotPaused,
        Goal,
        $"This goal is not paused.",
        $"There is nothing to resume: it counts."
    );

    public static readonly GoalRefusal TooLate = new(
        GoalRefusalKind.TooLate,
        Goal,
        $"This goal cannot be brought back any more: that is possible for a day after it was deleted.",
        $"Make a new one with the same target."
    );

    public static GoalRefusal TooMany(int most) =>
        new(
            GoalRefusalKind.TooMany,
            Goal,
            $"You have {most} goals, and more would hide each other.",
            $"Delete one before you add another."
        );

    public static GoalRefusal Of(GoalFault fault) => new(GoalRefusalKind.Invalid, fault.Field, fault.Message, fault.Remedy);
}
