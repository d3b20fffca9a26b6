using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Badges;

/// <summary>What the goals of a group bring to badges: steps where the changes tell, and whose goals have to be looked at again.</summary>
internal sealed class GoalContributions(World world, Book book, IReadOnlyList<GoalMove> moves)
{
    private readonly DateTimeZone zone = world.Organisation.Zone;
    private readonly HashSet<PersonId> months = [];
    private readonly Dictionary<PersonId, Position> weeks = [];
    private readonly HashSet<PersonId> open = [];

    /// <summary>Everybody with a goal whose past has to be looked at.</summary>
    public IEnumerable<PersonId> Again => months.Union(weeks.Keys);

    public IEnumerable<(PersonId Person, Contribution Part)> Run()
    {
        FindBroken();
        return moves.Where(move => move.After.Scope.Subject.Person is not null).SelectMany(Of).ToList();
    }

    /// <summary>Whether a badge of the person has to be counted again because of what its goals did.</summary>
    /// <param name="rows">The rows of the badge.</param>
    public bool IsAgain(Badge badge, PersonId person, IEnumerable<BadgeProgress> rows) =>
        badge.Trigger switch
        {
            Trigger.GoalMonth => months.Contains(person),
            Trigger.GoalWeeks when weeks.TryGetValue(person, out var first) => open.Contains(person)
                || rows.Any(row => row.Badge == badge.Id && row.Crossed >= first),
            _ => false,
        };

    private IEnumerable<(PersonId Person, Contribution Part)> Of(GoalMove move)
    {
        var person = move.After.Scope.Subject.Person!.Value;
        if (move.Period.Kind is Time.PeriodKind.Week && move.Goal.Subject.Person is not null)
            return WeekOf(move, person) is { } week ? [(person, Contribution.Of(week))] : [];
        if (
            !GoalMonth.IsSuch(move.Goal)
            || GoalMonth.Of(move.Goal, move.After.Scope.Subject, move.Period, zone) is not { IsWhole: true } month
            || !Counts(month)
        )
            return [];
        if (!move.IsRecounted)
            return month
                .Moves(person, move.Before?.Actual ?? 0, move.Changes.Select(change => (change.At, change.Value)))
                .Select(part => (person, part));
        if (move.Changes.Count > 0 || CourseOf(move.Before ?? GoalProgress.Start(move.After.Scope)) != CourseOf(move.After))
            months.Add(person);

        return [];
    }

    /// <summary>How a goal came to where it is. The same sum may be reached later, by another deal or after a later unlock.</summary>
    private static (long, Position, Position?, Position?) CourseOf(GoalProgress goal) =>
        (goal.Actual, goal.Last, goal.Crossed, goal.Unlocked);

    private GoalOutcome? WeekOf(GoalMove move, PersonId person)
    {
        if (move.After.Result is not null && GoalWeek.Of(move.Goal, move.After, zone) is { } week)
            return week;

        if (move.Before?.Result is not null)
            open.Add(person);
        if (move.Before?.Result is not null || move.After.Result is not null)
            weeks[person] = Least(weeks.GetValueOrDefault(person), GoalWeek.CloseOf(move.Period, zone));

        return null;
    }

    /// <summary>Goals that count no longer, but had counted, are moved by what still changes in their time.</summary>
    private void FindBroken()
    {
        foreach (var line in book.Lines)
            if (
                !line.IsPast
                && Contributions.IsChanged(line)
                && world.Goals.TryGetValue(SubjectId.Of(line.Key.Person), out var goals)
                && goals.Concat(OfTeams(line)).Where(GoalMonth.IsSuch).ToList() is { Count: > 0 } such
            )
                FindBroken(line, such);
    }

    private IEnumerable<Goal> OfTeams(Line line) =>
        world.Assigned.IsEmpty
            ? []
            : line
                .Person.Memberships.Select(membership => membership.Team)
                .Distinct()
                .SelectMany(team => world.Assigned.Of(SubjectId.MembersOf(team)));

    private void FindBroken(Line line, List<Goal> goals)
    {
        var period = Period.Of(Time.PeriodKind.Month, world.Organisation.DayOf(line.Key.Dated));
        var changes = new List<Contribution>(2);
        Contributions.AddChanges(line, changes);
        foreach (var goal in goals)
            if (GoalMonth.Of(goal, SubjectId.Of(line.Key.Person), period, zone) is { IsWhole: false } month && Counts(month))
                if (changes.Exists(change => change.Measures.Revenue != 0 && month.MayMove(change)))
                    months.Add(line.Key.Person);
    }

    private bool Counts(GoalMonth month) =>
        world.Rules.Badges.Any(badge => badge.Trigger is Trigger.GoalMonth trigger && month.Counts(trigger.LeastOwn));

    private static Position Least(Position known, Position other) => known == default || other < known ? other : known;
}
