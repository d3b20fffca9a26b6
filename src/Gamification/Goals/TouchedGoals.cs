using System.Runtime.InteropServices;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>A goal in a period of which something is to be looked at.</summary>
internal sealed class TouchedGoal(GoalAim aim)
{
    public GoalAim Aim => aim;

    /// <summary>Counted again, whatever changed.</summary>
    public bool IsAgain { get; set; }

    public List<GoalChange> Changes { get; } = [];
}

/// <summary>Finds the goals that the changed lines of a group count for: of the person, of the members of a team, of teams and of all.</summary>
internal sealed class TouchedGoals(World world, Book book, Needed needed)
{
    private readonly Dictionary<(PeriodKind, LocalDate), Period> periods = [];
    private readonly HashSet<PeriodKey> closed = [.. world.Closed.Select(period => period.Key)];
    private readonly Dictionary<GoalScope, TouchedGoal> touched = [];
    private readonly List<(Activities.Position At, Figures Figures)> changes = [];
    private bool ownOnly;

    /// <summary>In the order in which they are played: what unlocks comes before what it unlocks, else by id.</summary>
    public IReadOnlyList<TouchedGoal> Find(Recount again)
    {
        ownOnly = again.OwnGoalsOnly;
        foreach (var scope in again.Goals)
            if (FindGoal(scope) is { } goal && Period.Parse(scope.Period) is { } period && goal.IsIn(period, world.Organisation.Zone))
                Of(goal, period, scope.Subject).IsAgain = true;

        foreach (var line in book.Lines)
            if (!line.IsPast)
                Touch(line);

        foreach (var found in touched.Values.Where(found => found.Aim.Plan is not null).ToList())
            AddFollowers(found.Aim);

        return InOrder();
    }

    /// <summary>The multipliers beside one that is counted again are counted again too.</summary>
    public IReadOnlyList<TouchedGoal> With(GoalAim aim)
    {
        var person = aim.Scope.Subject.Person!.Value;
        var days = new[] { aim.Period.First!.Value, aim.Period.End!.Value.PlusDays(-1) };
        foreach (var goal in world.Goals.GetValueOrDefault(aim.Scope.Subject, []).Concat(world.Assigned.All))
        {
            if (goal.Subject.IsCollective || (goal.Subject.Team is { } team && !world.People[person].IsMemberIn(team, aim.Period)))
                continue;

            foreach (var period in PeriodsBetween(goal, days[0], days[1]))
                if (
                    goal.PlanIn(period)?.Accelerator is Accelerator.Multiplier
                    && goal.IsIn(period, world.Organisation.Zone)
                    && !closed.Contains(period.Key)
                )
                    Of(goal, period, aim.Scope.Subject).IsAgain = true;
        }

        return InOrder();
    }

    private static List<Period> PeriodsBetween(Goal goal, LocalDate first, LocalDate last)
    {
        if (goal.Assignment?.Only is { } only)
            return Period.Parse(only) is { } one && one.First <= last && first < one.End ? [one] : [];

        var periods = new List<Period>();
        for (var period = Period.Of(goal.Kind, first); period.First <= last; period = period.Next!)
            periods.Add(period);

        return periods;
    }

    private IReadOnlyList<TouchedGoal> InOrder()
    {
        return
        [
            .. touched
                .Values.OrderBy(found => DepthOf(found.Aim))
                .ThenBy(found => found.Aim.Goal.Id)
                .ThenBy(found => found.Aim.Scope.Subject.Value, StringComparer.Ordinal)
                .ThenBy(found => found.Aim.Scope.Period.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>The goal that unlocks this one; null where it follows none.</summary>
    public GoalAim? Before(GoalAim aim) =>
        aim.Plan?.After is { } after
        && Siblings(aim).FirstOrDefault(goal => goal.Id == after.Goal) is { } first
        && PeriodBeside(first, aim.Period) is { } period
        && first.VersionIn(period) is not null
            ? GoalAim.Of(first, period, aim.Scope.Subject)
            : null;

    /// <summary>The goals that it may unlock, and those that they may: they are looked at with it, and may ask for the same kind of things.</summary>
    public IEnumerable<GoalAim> Following(GoalAim aim)
    {
        foreach (var next in touched.Values.Select(found => found.Aim))
            if (next.Plan?.After?.Goal == aim.Goal.Id && next.Scope.Subject == aim.Scope.Subject)
                foreach (var further in Following(next).Prepend(next))
                    yield return further;
    }

    private void AddFollowers(GoalAim aim)
    {
        foreach (var goal in Siblings(aim))
            if (
                PeriodBeside(goal, aim.Period) is { } period
                && goal.PlanIn(period)?.After?.Goal == aim.Goal.Id
                && goal.IsIn(period, world.Organisation.Zone)
                && !touched.ContainsKey(new(goal.Id, aim.Scope.Subject, period.Key))
            )
                AddFollowers(Of(goal, period, aim.Scope.Subject).Aim);
    }

    /// <summary>Both recur with the same kind of period, or neither does.</summary>
    private static Period? PeriodBeside(Goal goal, Period period) =>
        goal.Assignment?.Only is { } only ? Period.Parse(only)
        : goal.Kind == period.Kind ? period
        : null;

    private IReadOnlyList<Goal> Siblings(GoalAim aim) =>
        aim.Goal.Subject.Person is not null ? world.Goals.GetValueOrDefault(aim.Goal.Subject, []) : world.Assigned.Of(aim.Goal.Subject);

    private int DepthOf(GoalAim aim)
    {
        var depth = 0;
        for (var before = Before(aim); before is not null && depth < GoalPlay.DeepestChain; before = Before(before))
            depth++;

        return depth;
    }

    private Goal? FindGoal(GoalScope scope)
    {
        if (world.Assigned.Find(scope.Goal) is { } assigned)
            return assigned;
        if (scope.Subject.Person is null)
            return null;
        if (world.Goals.TryGetValue(scope.Subject, out var goals))
            return goals.FirstOrDefault(goal => goal.Id == scope.Goal);

        needed.Goals(scope.Subject);
        return null;
    }

    private void Touch(Line line)
    {
        changes.Clear();
        line.AddChanges(changes);
        if (changes.Count > 0)
            TouchOwn(line);
        if (world.Assigned.IsEmpty || ownOnly)
            return;

        var (isMoved, from, to) = TeamsOf(line);
        foreach (var (at, figures) in changes)
            Touch(line, world.Assigned.Of(SubjectId.Organisation), at, figures);
        if (isMoved)
        {
            Touch(line, world.Assigned.OfTeam(from), line.Gone.At, line.Gone.Figures);
            Touch(line, world.Assigned.OfTeam(to), line.Come.At, line.Come.Figures);
        }
        else
            foreach (var (at, figures) in changes)
                Touch(line, world.Assigned.OfTeam(to), at, figures);
    }

    /// <summary>The team a line is posted for and the one it should be; as <see cref="Line.Post"/> decides it.</summary>
    private (bool IsMoved, TeamId? From, TeamId? To) TeamsOf(Line line)
    {
        var now = line.Person.TeamOn(world.Organisation.DayOf(line.Key.Dated));
        return line.Posted.IsEmpty ? (false, now, now)
            : line.IsFrozen || line.Wanted.IsEmpty || line.Team == now ? (false, line.Team, line.Team)
            : (true, line.Team, now);
    }

    private void TouchOwn(Line line)
    {
        var subject = SubjectId.Of(line.Key.Person);
        if (!world.Goals.TryGetValue(subject, out var goals))
        {
            needed.Goals(subject);
            return;
        }

        foreach (var (at, figures) in changes)
            Touch(line, goals, at, figures);
    }

    private void Touch(Line line, IEnumerable<Goal> goals, Activities.Position at, Figures figures)
    {
        foreach (var goal in goals)
            if (!goal.Type.IsMedian && goal.Counts(line.Key.Dated) && !(ownOnly && goal.Assignment is not null))
                Touch(line, goal, at, figures);
    }

    private void Touch(Line line, Goal goal, Activities.Position at, Figures figures)
    {
        var subject = goal.Subject.IsCollective ? goal.Subject : SubjectId.Of(line.Key.Person);
        if (PeriodOf(goal, GoalLines.DayOf(goal.Metric, line.Key.Dated, line.Person, world.Organisation)) is not { } period)
            return;

        var found = touched.GetValueOrDefault(new(goal.Id, subject, period.Key));
        if (found is null && (closed.Contains(period.Key) || !goal.IsIn(period, world.Organisation.Zone)))
            return;

        var aim = found?.Aim ?? GoalAim.Of(goal, period, subject);
        var isCounted = aim.Counts(line.Wanted.Measures, line.Wanted.Points) || aim.Counts(line.Posted.Measures, line.Posted.Points);
        if (aim.ChangeOf(line.Key, at, figures.Measures, figures.Points, isCounted) is { } change)
            Of(aim).Changes.Add(change);
    }

    private TouchedGoal Of(Goal goal, Period period, SubjectId subject) => Of(GoalAim.Of(goal, period, subject));

    private TouchedGoal Of(GoalAim aim)
    {
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(touched, aim.Scope, out _);
        return found ??= new(aim);
    }

    private Period? PeriodOf(Goal goal, LocalDate day)
    {
        if (goal.Assignment is { Only: not null })
            return goal.PeriodOn(day);
        if (!periods.TryGetValue((goal.Kind, day), out var period))
            periods[(goal.Kind, day)] = period = Period.Of(goal.Kind, day);

        return period;
    }
}
