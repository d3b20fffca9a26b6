using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Badges;

/// <summary>All that the goals of a person ever came to, as far as badges care.</summary>
internal sealed class GoalHistory(World world, Person person, IReadOnlyList<GoalMove> moves)
{
    /// <summary>How far back of an unlock a week may lie that it rests on, with a long leave in between: two years.</summary>
    private const int Reach = 104;

    private readonly DateTimeZone zone = world.Organisation.Zone;
    private readonly IReadOnlyList<Goal> goals = world.Goals[SubjectId.Of(person.Id)];

    /// <summary>Each completed week once, as its close decided it.</summary>
    public IEnumerable<GoalOutcome> Weeks() => Completed().DistinctBy(week => week.Period);

    /// <summary>
    /// Whether a week before an unlock is open again. Nothing is taken while it is: its new close decides.
    /// </summary>
    public bool IsOpenAgain(Instant unlocked)
    {
        var last = Period.Of(PeriodKind.Week, world.Organisation.DayOf(unlocked - Duration.Epsilon)).First!.Value;
        var closed = world.Closed.Select(period => period.Key).ToHashSet();
        return Enumerable
            .Range(0, Reach)
            .Select(back => Period.Of(PeriodKind.Week, last.PlusWeeks(-back)))
            .Any(week => !closed.Contains(week.Key) && goals.Any(goal => goal.IsIn(week, zone)));
    }

    /// <summary>Whether there is a goal at all whose months count.</summary>
    public bool CountsMonths => Monthly.Any();

    /// <param name="present">The ledger of the person in order, without the imported past.</param>
    public IEnumerable<Contribution> Months(List<Contribution> present)
    {
        foreach (var goal in Monthly)
        foreach (var period in MonthsOf(present))
            if (GoalMonth.Of(goal, SubjectId.Of(person.Id), period, zone) is var month && month.Counts(Least))
                foreach (
                    var part in month.Moves(person.Id, standing: 0, Open(goal, period, month.Counted(person, present, world.Organisation)))
                )
                    yield return part;
    }

    private IEnumerable<Goal> Monthly => ChainedMonths.GoalsOf(world, person.Id).Where(GoalMonth.IsSuch);

    /// <summary>A goal that another one unlocks counts nothing while it is locked.</summary>
    private IEnumerable<(Position At, long Value)> Open(Goal goal, Period period, IEnumerable<(Position At, long Value)> counted) =>
        goal.PlanIn(period)?.After is not { } after ? counted
        : UnlockOf(new(goal.Id, SubjectId.Of(person.Id), period.Key)) is not { } unlocked || period.EndIn(zone) <= unlocked.Credited ? []
        : after.CountFrom is CountFrom.PeriodStart ? counted
        : counted.Where(part => part.At > unlocked);

    private Position? UnlockOf(GoalScope scope) =>
        moves.FirstOrDefault(move => move.After.Scope == scope) is { } move
            ? move.After.Unlocked
            : world.GoalProgress.GetValueOrDefault(scope)?.Unlocked;

    private IEnumerable<GoalOutcome> Completed()
    {
        var mine = moves.Where(move => move.Goal.Subject == SubjectId.Of(person.Id)).ToList();
        var moved = mine.Select(move => (move.Goal.Id.Value, move.After.Scope.Period)).ToHashSet();
        return world
            .GoalOutcomes.GetValueOrDefault(person.Id, [])
            .Where(week => !moved.Contains((week.Goal, week.Period)))
            .Concat(mine.Select(move => GoalWeek.Of(move.Goal, move.After, zone)).OfType<GoalOutcome>());
    }

    private IEnumerable<Period> MonthsOf(List<Contribution> present) =>
        present
            .Where(part => part.Measures.Revenue != 0)
            .Select(part => Period.Of(PeriodKind.Month, world.Organisation.DayOf(part.Dated)))
            .DistinctBy(period => period.Key);

    /// <summary>The smallest own target that any badge counts.</summary>
    private long Least =>
        world
            .Rules.Badges.Select(badge => badge.Trigger)
            .OfType<Trigger.GoalMonth>()
            .Select(month => month.LeastOwn)
            .DefaultIfEmpty()
            .Min();
}
