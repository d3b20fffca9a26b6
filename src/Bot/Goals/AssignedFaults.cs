using Gamification;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Goals;

/// <summary>Why a goal for others stays as it is, in words for its manager.</summary>
internal static class AssignedFaults
{
    private static readonly FormattableString ArchiveIt = $"Archive it and make a new one.";

    public static AssignedAnswer Archived { get; } = NotNow("goal", $"This goal is archived.", $"Make a new one with another id.");

    public static AssignedAnswer NoDraftAgain { get; } = NotNow("draft", $"A published goal is no draft again.", ArchiveIt);

    public static AssignedAnswer NoShadowAgain { get; } = NotNow("shadow", $"This goal pays already: it is no shadow again.", ArchiveIt);

    public static AssignedAnswer TooMany(int most) =>
        NotNow("goal", $"There are {most} goals for others, and more would hide each other.", $"Archive one before you make another.");

    public static AssignedAnswer Over(PeriodKey period) =>
        NotNow("period", $"{period} is over: what it asked and promised stays.", $"Make a goal for a period that runs or is to come.");

    public static AssignedAnswer NoNextPeriod(PeriodKey period) =>
        NotNow("holds", $"The goal is for {period} only: there is no next period.", $"Keep it, or archive it and make a new one.");

    /// <summary>Null when no other goal waits for it.</summary>
    public static AssignedAnswer? Waiting(GoalId id, IEnumerable<Goal> all)
    {
        var names = all.Where(goal => goal.Archived is null && goal.Id != id)
            .Select(goal => PlanTerms.Of(goal).Plan)
            .Where(plan => plan.After?.Goal == id)
            .Select(plan => $"“{plan.Name}”")
            .ToList();
        return names.Count == 0
            ? null
            : NotNow(
                "goal",
                $"This goal unlocks {string.Join(", ", names)}, which would stay locked.",
                $"Archive what it unlocks first, or let that begin without it."
            );
    }

    private static AssignedAnswer.NotNow NotNow(string field, FormattableString message, FormattableString remedy) =>
        new([new(field, message, remedy)]);
}
