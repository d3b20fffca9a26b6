using Gamification.Activities;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>
/// Brings the goals of everyone whose counts changed up to date. What lies after everything counted so far is a step; what a goal has
/// to be counted again for is read from the ledger of its period. A closed period keeps what its close decided.
/// </summary>
internal sealed class GoalPlay(World world, Book book, Needed needed)
{
    /// <summary>Of goals that unlock one another (SPEC 9, Chaining).</summary>
    public const int DeepestChain = 12;

    private readonly TouchedGoals touched = new(world, book, needed);
    private readonly HashSet<PeriodKey> closed = [.. world.Closed.Select(period => period.Key)];
    private readonly Dictionary<GoalScope, GoalProgress> states = [];
    private readonly Multipliers multipliers = new();
    private readonly HashSet<EntityId> played = [];
    private readonly List<GoalMove> moves = [];

    public IReadOnlyList<GoalMove> Moves => moves;

    /// <param name="again">Its goals are counted again although nothing of theirs changed; in a closed period only one the close did not decide yet.</param>
    public void Run(Recount again)
    {
        var goals = touched.Find(again);
        foreach (var overlapping in Multiplied(goals).ToList())
            goals = touched.With(overlapping);

        foreach (var goal in goals)
            Play(goal);
    }

    /// <summary>A multiplier that is counted again whose person has others beside it: what they pay depends on one another.</summary>
    private IEnumerable<GoalAim> Multiplied(IReadOnlyList<TouchedGoal> goals) =>
        goals
            .Where(goal =>
                goal.Aim.Accelerator is Accelerator.Multiplier
                && world.GoalProgress.TryGetValue(goal.Aim.Scope, out var before)
                && (before ?? GoalProgress.Start(goal.Aim.Scope)) is var known
                && new CountedGoal(goal, known, known.Unlocked, world.Organisation.Zone) is { IsNothing: false, IsRecounted: true }
            )
            .Select(goal => goal.Aim);

    private void Play(TouchedGoal goal)
    {
        var aim = goal.Aim;
        if (!world.GoalProgress.TryGetValue(aim.Scope, out var before))
        {
            needed.GoalProgress(aim.Scope);
            return;
        }

        if (closed.Contains(aim.Scope.Period) && before is { Result: not null })
            return;

        played.Add(PostedRewards.EntityOf(aim.Scope));
        var known = before ?? GoalProgress.Start(aim.Scope);
        if (!TryUnlock(goal, known, out var unlocked))
            return;

        var counted = new CountedGoal(goal, known, unlocked, world.Organisation.Zone);
        if (counted.IsNothing)
            states[aim.Scope] = known;
        else if (Count(counted) is { } run)
            Take(counted, before, run);
    }

    /// <summary>Where the goal before it reached its tier. False while that is not loaded.</summary>
    private bool TryUnlock(TouchedGoal goal, GoalProgress known, out Position? unlocked)
    {
        unlocked = known.Unlocked;
        if (touched.Before(goal.Aim) is not { } first)
            return true;
        if (!states.TryGetValue(first.Scope, out var before))
        {
            if (!goal.IsAgain)
                return true;
            if (!world.GoalProgress.TryGetValue(first.Scope, out before))
            {
                needed.GoalProgress(first.Scope);
                return false;
            }
        }

        unlocked = Later(before?.Tiers[goal.Aim.Plan!.After!.Tier].Reached, before?.Unlocked);
        return true;
    }

    /// <summary>A goal that counts from the start of its period may have reached its tier before it was unlocked itself: it does so then.</summary>
    private static Position? Later(Position? reached, Position? unlocked) =>
        reached is { } at && unlocked is { } opened && opened > at ? opened : reached;

    private void Take(CountedGoal counted, GoalProgress? before, GoalRun run)
    {
        var aim = counted.Goal.Aim;
        var after = run.State;
        states[aim.Scope] = after;
        var move = new GoalMove(aim, before, after, counted.Changes, counted.IsRecounted)
        {
            Crossings = run.Crossings,
            Bonuses = run.Bonuses,
            Coins = run.Coins,
        };
        if (move.IsChanged || (aim.Plan is not null && counted.IsRecounted))
            moves.Add(move);
    }

    /// <summary>Null while something it needs is not loaded.</summary>
    private GoalRun? Count(CountedGoal counted)
    {
        var aim = counted.Goal.Aim;
        var roster = aim.IsCollective && world.Rosters.ContainsKey(aim.Goal.Subject) ? new Roster(world, aim.Goal.Subject) : null;
        var run =
            counted.IsStep ? RunOf(aim, counted.Known, roster).Take(counted.Changes, isPaidStepByStep: true)
            : counted.IsSum ? RunOf(aim, counted.Known, roster).Add(counted.Changes).Settle(counted.Changes[^1].At)
            : Recount(counted, roster);
        if (run is not { IsStuck: true })
            return run;

        needed.Roster(aim.Goal.Subject);
        return null;
    }

    private GoalRun RunOf(GoalAim aim, GoalProgress start, Roster? roster) =>
        new(aim, start, roster, multipliers, world.Reopened.Contains(aim.Scope.Period));

    private GoalRun? Recount(CountedGoal counted, Roster? roster)
    {
        var aim = counted.Goal.Aim;
        if (StartOf(counted) is not { } start)
            return null;

        var run = RunOf(aim, start, roster);
        var isClosed = closed.Contains(aim.Scope.Period);
        if (aim.Goal.Type.IsMedian && !isClosed)
            return run;
        if (LinesOf(aim) is not { } lines)
        {
            foreach (var next in touched.Following(aim))
                LinesOf(next);

            return null;
        }

        if (PostedPoints(aim) is not { } points)
            return null;
        if (aim.Goal.Type.IsMedian)
            return run.Decide(counted.Counted(lines), world.Organisation.Zone);

        var changes = new GoalCounts(aim, lines).Changes.Concat(counted.Goal.Changes);
        run.Take(GoalAim.InOrder(changes.Where(counted.IsCounted)), isPaidStepByStep: false)
            .Settle(counted.Cause ?? run.State.Last)
            .KeepPlace(counted.Known.Last)
            .KeepPoints(points);
        return isClosed ? run.Close(world.Organisation.Zone) : run;
    }

    /// <summary>Points that stay because the period was reopened, 0 where there are none; null while they are not loaded.</summary>
    private long? PostedPoints(GoalAim aim)
    {
        if (!aim.PaysPoints || !world.Reopened.Contains(aim.Scope.Period))
            return 0;

        return Posted(aim)?.PointsOf(Bonus.RuleOf(aim));
    }

    private PostedRewards? Posted(GoalAim aim)
    {
        if (world.Rewards.TryGetValue(aim.Scope, out var posted))
            return posted;

        needed.Rewards(aim.Scope);
        return null;
    }

    /// <summary>Asked for again, a wallet has what its lines say; null while those are not loaded.</summary>
    private GoalProgress? StartOf(CountedGoal counted)
    {
        if (!counted.Goal.IsAgain || !counted.Goal.Aim.PaysCoins || counted.Goal.Aim.Goal.Assignment!.IsShadow)
            return counted.Start;
        if (Posted(counted.Goal.Aim) is not { } posted)
            return null;

        return counted.Start with
        {
            Paid = posted.Coins.Sum(coins => coins.Amount),
            CoinLines = posted.Coins.Count == 0 ? 0 : posted.Coins.Max(coins => coins.Sequence),
        };
    }

    private IEnumerable<Entry>? LinesOf(GoalAim aim) => aim.IsCollective ? LinesOfAll(aim) : LinesOf(aim, aim.Scope.Subject.Person!.Value);

    private IEnumerable<Entry>? LinesOf(GoalAim aim, PersonId person)
    {
        if (world.PeriodLines.TryGetValue(new(person, aim.Scope.Period), out var lines) || world.Histories.TryGetValue(person, out lines))
        {
            if (aim.Accelerator is Accelerator.Multiplier)
                multipliers.Read(aim, lines, played);

            return GoalLines.Of(aim.Goal, aim.Period, OfTeam(aim, lines), world.People[person], world.Organisation);
        }

        needed.PeriodLines(new(person, aim.Scope.Period));
        return null;
    }

    /// <summary>A goal of a team's members counts what its person did while a member.</summary>
    private static IEnumerable<Entry> OfTeam(GoalAim aim, IReadOnlyList<Entry> lines) =>
        aim.Goal.Subject.Team is { } team ? lines.Where(line => line.Team == team) : lines;

    private IEnumerable<Entry>? LinesOfAll(GoalAim aim)
    {
        var key = new SubjectLines(aim.Goal.Subject, aim.Scope.Period);
        if (world.SubjectLines.TryGetValue(key, out var lines))
            return lines
                .GroupBy(line => line.Key.Person)
                .SelectMany(of => GoalLines.Of(aim.Goal, aim.Period, of, world.People[of.Key], world.Organisation));

        needed.SubjectLines(key);
        return null;
    }
}
