using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;

namespace Bot.Explaining.Assigned;

/// <summary>A manager's goal that words may mean.</summary>
/// <param name="Subject">Whose progress is told; null where one of a team's members has to be named, or the one who is named has no part.</param>
/// <param name="HasPart">Whether the person who is asked about has it, alone or with a team.</param>
internal sealed record AskedGoal(Goal Goal, SubjectId? Subject, bool HasPart)
{
    public GoalPlan Plan => PlanTerms.Of(Goal).Plan;

    /// <summary>A tier, where the words name one.</summary>
    public TierKind? Tier { get; init; }

    /// <summary>A period, where the words name one of the goal's kind; null for the present one.</summary>
    public PeriodKey? Period { get; init; }
}

/// <param name="Meant">Those that all the words fit.</param>
/// <param name="Known">All that the asker may know; the same where there are no words.</param>
/// <param name="Hidden">A goal that is named exactly and is none of the asker's business.</param>
internal sealed record AskedGoals(IReadOnlyList<AskedGoal> Meant, IReadOnlyList<AskedGoal> Known, Goal? Hidden)
{
    public required GoalNames Names { get; init; }
}
