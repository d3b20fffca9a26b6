using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Cards;

/// <summary>A goal for others and how far it is.</summary>
/// <param name="Standings">One; of a goal of a team's members one for each.</param>
public sealed record TeamGoal(Goal Goal, IReadOnlyList<AssignedStanding> Standings)
{
    public GoalPlan Plan => Standings.Count > 0 ? Standings[0].Plan : PlanTerms.Of(Goal).Plan;

    /// <summary>What it asks in the period that is shown, of everybody without a target of their own.</summary>
    public long Target => InForce?.Target ?? PlanTerms.Of(Goal).Target;

    /// <summary>An edit that waits for a later period; null where there is none.</summary>
    public GoalVersion? Coming => InForce is { } held && Goal.Versions[^1] is var newest && newest.Number > held.Number ? newest : null;

    private GoalVersion? InForce => Standings.Count > 0 ? Goal.VersionIn(Standings[0].Standing.Period) : null;
}

/// <summary>What a manager sees of the goals of their teams.</summary>
/// <param name="ToHandOut">Prizes that wait for a hand.</param>
public sealed record TeamGoalsView(
    IReadOnlyList<TeamGoal> Goals,
    IReadOnlyList<PersonView> People,
    IReadOnlyList<TeamView> Teams,
    int ToHandOut
)
{
    /// <summary>What every goal for others is called, those of other teams and archived ones too.</summary>
    public IReadOnlyDictionary<GoalId, string> Names { get; init; } = new Dictionary<GoalId, string>();

    /// <summary>What has just been done, in a line; null for a mere look.</summary>
    public string? Done { get; init; }

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; init; }
}
