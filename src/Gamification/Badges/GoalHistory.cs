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
    private readonly IEnumerable<Goal> ofTeams = person
        .Memberships.Select(membership => membership.Team)
        .Distinct()
        .SelectMany(team => world.Assigned.Of(SubjectId.MembersOf(team)));

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
    public bool CountsMonths => goals.Any(GoalMonth.IsSuch);

    /// <param name="present">The ledger of the person in order, without the imported past.</param>
    public IEnumerable<Contribution> Months(List<Contribution> present)
    {
        foreach (var goal in goals.Concat(ofTeams).Where(GoalMonth.IsSuch))
        foreach (var period in MonthsOf(present))
            if (GoalMonth.Of(goal, SubjectId.Of(person.Id), period, zone) is var month && month.Counts(Least))
                foreach (var part in month.Moves(person.Id, standing: 0, month.Counted(person, present, world.Organisation)))
                    yield return part;
    }

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
