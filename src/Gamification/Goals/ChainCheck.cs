namespace Gamification.Goals;

/// <summary>What a goal is to a chain.</summary>
/// <param name="Name">As people know it.</param>
public sealed record ChainGoal(GoalId Id, string Name, PlanTerms Terms)
{
    /// <summary>An assigned goal as its newest version has it.</summary>
    public static ChainGoal Of(Goal goal)
    {
        var terms = PlanTerms.Of(goal);
        return new(goal.Id, terms.Plan.Name, terms);
    }

    internal Predecessor? After => Terms.Plan.After;
}

/// <summary>Whether a goal fits in the chains there are (SPEC 9, Chaining). What does not fit is refused by the names of the goals.</summary>
public sealed class ChainCheck
{
    /// <summary>So many goals in a row.</summary>
    public const int Deepest = 12;

    private const string Field = "after.goal";

    private readonly Dictionary<GoalId, ChainGoal> all;
    private readonly ChainGoal goal;
    private readonly PlanFaults faults = new();

    private ChainCheck(ChainGoal goal, IEnumerable<ChainGoal> others)
    {
        all = others.ToDictionary(other => other.Id);
        all[goal.Id] = goal;
        this.goal = goal;
    }

    /// <param name="goal">As it is to be saved.</param>
    /// <param name="others">All assigned goals that are not archived; the goal itself as it was is passed over.</param>
    /// <returns>Nothing, where it fits.</returns>
    public static IReadOnlyList<GoalFault> Of(ChainGoal goal, IEnumerable<ChainGoal> others) => new ChainCheck(goal, others).Faults();

    private IReadOnlyList<GoalFault> Faults()
    {
        if (goal.After is { } after)
            CheckPredecessor(after);
        foreach (var next in FollowersOf(goal).Where(next => next.Id != goal.Id))
            new ChainEdge(goal, next).Check(nextIsSaved: false, faults);

        CheckRow();
        return faults.All;
    }

    private void CheckPredecessor(Predecessor after)
    {
        if (all.TryGetValue(after.Goal, out var first))
            new ChainEdge(first, goal).Check(nextIsSaved: true, faults);
        else
            faults.Add(Field, $"There is no goal {after.Goal} to unlock “{goal.Name}”.", $"Choose an assigned goal that is not archived.");
    }

    private void CheckRow()
    {
        List<ChainGoal> before = [.. Before()];
        if (before.Exists(other => other.Id == goal.Id))
        {
            var circle = before.AsEnumerable().Reverse().Append(goal);
            faults.Add(
                Field,
                $"These goals would unlock each other in a circle: {Names(circle)}.",
                $"Let one of them begin without another."
            );
            return;
        }

        List<ChainGoal> row = [.. before.AsEnumerable().Reverse(), .. LongestFrom(goal, [])];
        faults.AddWhen(
            row.Count > Deepest,
            Field,
            $"More than {Deepest} goals would follow each other: {Names(row)}.",
            $"Let one of them begin without another."
        );
    }

    /// <summary>Those that come before it, the nearest first; in a circle up to itself.</summary>
    private IEnumerable<ChainGoal> Before()
    {
        var seen = new HashSet<GoalId>();
        for (var at = goal; at.After is { } after && all.TryGetValue(after.Goal, out var first) && seen.Add(first.Id); at = first)
        {
            yield return first;
            if (first.Id == goal.Id)
                yield break;
        }
    }

    /// <summary>The longest row that begins with a goal.</summary>
    private List<ChainGoal> LongestFrom(ChainGoal first, HashSet<GoalId> passed)
    {
        passed.Add(first.Id);
        var rows = FollowersOf(first).Where(next => !passed.Contains(next.Id)).Select(next => LongestFrom(next, passed)).ToList();
        return [first, .. rows.MaxBy(row => row.Count) ?? []];
    }

    private IEnumerable<ChainGoal> FollowersOf(ChainGoal first) =>
        all.Values.Where(other => other.After?.Goal == first.Id).OrderBy(other => other.Id);

    private static string Names(IEnumerable<ChainGoal> goals) => string.Join(" → ", goals.Select(it => $"“{it.Name}”"));
}
