using System.Runtime.InteropServices;
using Gamification.Activities;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>
/// Brings the goals of everyone whose counts changed up to date. What lies after everything counted so far is a step; what a goal has
/// to be counted again for is read from the ledger of its period. A closed period keeps what its close decided.
/// </summary>
internal sealed class GoalPlay(World world, Book book, Needed needed)
{
    private readonly Dictionary<(PeriodKind, LocalDate), Period> periods = [];
    private readonly HashSet<PeriodKey> closed = [.. world.Closed.Select(period => period.Key)];
    private readonly List<GoalMove> moves = [];

    public IReadOnlyList<GoalMove> Moves => moves;

    /// <param name="again">Goals that are counted again although nothing of theirs changed; in a closed period only one the close did not decide yet.</param>
    public void Run(IReadOnlySet<GoalScope> again)
    {
        var touched = new Dictionary<GoalScope, Touched>();
        foreach (var scope in again)
            if (Find(scope) is { } goal && Period.Parse(scope.Period) is { } period && goal.IsIn(period, world.Organisation.Zone))
                touched[scope] = new(goal, period, IsAgain: true, []);

        foreach (var line in book.Lines)
            if (!line.IsPast && (line.Wanted.Measures != line.Posted.Measures || line.StandsElsewhere))
                Touch(line, touched);

        foreach (var (scope, changed) in touched)
            Play(scope, changed);
    }

    private sealed record Touched(Goal Goal, Period Period, bool IsAgain, List<(Position At, long Value)> Changes);

    private Goal? Find(GoalScope scope)
    {
        if (world.Goals.TryGetValue(scope.Subject, out var goals))
            return goals.FirstOrDefault(goal => goal.Id == scope.Goal);

        needed.Goals(scope.Subject);
        return null;
    }

    private void Touch(Line line, Dictionary<GoalScope, Touched> touched)
    {
        var subject = SubjectId.Of(line.Key.Person);
        if (!world.Goals.TryGetValue(subject, out var goals))
        {
            needed.Goals(subject);
            return;
        }

        foreach (var goal in goals)
            if (!goal.Type.IsMedian && goal.Counts(line.Key.Dated))
                Touch(line, goal, subject, touched);
    }

    private void Touch(Line line, Goal goal, SubjectId subject, Dictionary<GoalScope, Touched> touched)
    {
        var period = PeriodOf(goal.Kind, GoalLines.DayOf(goal.Metric, line.Key.Dated, line.Person, world.Organisation));
        var scope = new GoalScope(goal.Id, subject, period.Key);
        if (!touched.ContainsKey(scope) && (closed.Contains(period.Key) || !goal.IsIn(period, world.Organisation.Zone)))
            return;

        var parts = new List<(Position At, Measures Measures)>(2);
        line.AddChanges(parts);
        foreach (var (at, measures) in parts)
            if (goal.Type.Of(measures) is not 0 and var value)
            {
                ref var changed = ref CollectionsMarshal.GetValueRefOrAddDefault(touched, scope, out _);
                (changed ??= new(goal, period, IsAgain: false, [])).Changes.Add((at, value));
            }
    }

    private Period PeriodOf(PeriodKind kind, LocalDate day)
    {
        if (!periods.TryGetValue((kind, day), out var period))
            periods[(kind, day)] = period = Period.Of(kind, day);

        return period;
    }

    private void Play(GoalScope scope, Touched changed)
    {
        var changes = GoalLines.InOrder(changed.Changes);
        if (changes.Count == 0 && !changed.IsAgain)
            return;

        if (!world.GoalProgress.TryGetValue(scope, out var before))
        {
            needed.GoalProgress(scope);
            return;
        }

        if (closed.Contains(scope.Period) && before is { Result: not null })
            return;

        var target = changed.Goal.TargetIn(changed.Period)!.Value;
        if (After(scope, changed, before, target, changes) is { } after && (before ?? GoalProgress.Start(scope)) != after)
            moves.Add(new(changed.Goal, changed.Period, target, before, after, changes, IsRecounted(changed, before, target, changes)));
    }

    /// <summary>Whether neither a step nor a sum tells what became of it.</summary>
    private static bool IsRecounted(Touched changed, GoalProgress? before, long target, List<(Position At, long Value)> changes) =>
        changed.IsAgain || (before is not null && !(changes[0].At > before.Last) && !GoalFold.IsOnlyASum(before, target, changes));

    /// <summary>Null while its lines are not loaded.</summary>
    private GoalProgress? After(
        GoalScope scope,
        Touched changed,
        GoalProgress? before,
        long target,
        List<(Position At, long Value)> changes
    )
    {
        var known = before ?? GoalProgress.Start(scope);
        if (!changed.IsAgain && changes[0].At > known.Last)
            return changes.Aggregate(known, (state, change) => GoalFold.Step(state, target, change.Value, change.At));
        if (!changed.IsAgain && GoalFold.IsOnlyASum(known, target, changes))
            return GoalFold.Sum(known, changes);
        if (changed is { Goal.Type.IsMedian: true } && !closed.Contains(scope.Period))
            return GoalProgress.Start(scope);

        return LinesOf(scope, changed) is { } lines ? Recount(scope, changed, target, lines, changes) : null;
    }

    private GoalProgress Recount(
        GoalScope scope,
        Touched changed,
        long target,
        IEnumerable<Entry> lines,
        List<(Position At, long Value)> changes
    )
    {
        var zone = world.Organisation.Zone;
        if (changed.Goal.Type.IsMedian)
            return GoalClosing.Close(changed.Goal, changed.Period, scope, MedianReply.Of(lines.Select(ReplyRevision.Of)), zone);

        var history = GoalLines.InOrder(GoalLines.ChangesOf(changed.Goal, lines).Concat(changes));
        var after = GoalFold.Recount(scope, target, history);
        return closed.Contains(scope.Period) ? GoalClosing.Close(changed.Goal, changed.Period, after, zone) : after;
    }

    private IEnumerable<Entry>? LinesOf(GoalScope scope, Touched changed)
    {
        var person = scope.Subject.Person!.Value;
        if (world.PeriodLines.TryGetValue(new(person, scope.Period), out var lines) || world.Histories.TryGetValue(person, out lines))
            return GoalLines.Of(changed.Goal, changed.Period, lines, world.People[person], world.Organisation);

        needed.PeriodLines(new(person, scope.Period));
        return null;
    }
}
