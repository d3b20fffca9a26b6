using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;

namespace Gamification;

/// <summary>
/// Guesses what a play will ask for, so that most groups are played once and not once for every answer. What the guess leaves out is
/// asked for by the play itself; what it has too much does no harm.
/// </summary>
internal sealed class Foresight
{
    private readonly World world;
    private readonly Acceptance acceptance;
    private readonly Needed needed = new();

    public Foresight(World world)
    {
        this.world = world;
        acceptance = new(world, new(world.Closed));
    }

    public Outcome.Needs? Of(IReadOnlyList<Reported> group)
    {
        foreach (var reported in group)
            if (acceptance.Accept(reported) is { State: FactState.Counted, Person: { } owner } fact)
            {
                Look(world.People[owner], fact);
                if (!fact.IsPast)
                    LookForGoals(world.People[owner], fact);
            }

        return needed.Outcome;
    }

    private void Look(Person person, Fact fact)
    {
        if (!fact.IsPast)
            LookAtDay(new(person.Id, person.DayOf(fact.Credited)), fact.Position);
        if (world.Days.TryGetValue(new(person.Id, person.DayOf(fact.Credited)), out var day))
            LookAtPeriods(person, fact, isFirst: day is not { Active: true });
        if (!world.Progress.ContainsKey(person.Id))
            needed.Progress(person.Id);
    }

    private void LookAtDay(DayKey day, Position at)
    {
        if (!world.Days.TryGetValue(day, out var state))
            needed.Day(day);
        else if (state is not null && at <= state.Last && !world.DayEntries.ContainsKey(day))
            needed.Recount(day);
    }

    /// <summary>Most activities are not the first of their day, and move no week.</summary>
    private void LookAtPeriods(Person person, Fact fact, bool isFirst)
    {
        foreach (var badge in world.Rules.Badges)
            if (
                badge.Trigger.MayMove(fact.Credited, isFirst, person, world.Organisation) is { } period
                && new BadgePeriod(person.Id, badge.Id, period) is var row
                && !world.BadgePeriods.ContainsKey(row)
            )
                needed.BadgePeriod(row);
    }

    private void LookForGoals(Person person, Fact fact)
    {
        var subject = SubjectId.Of(person.Id);
        if (!world.Goals.TryGetValue(subject, out var goals))
        {
            needed.Goals(subject);
            return;
        }

        foreach (var goal in goals)
            LookAt(goal, subject, person, fact);

        if (world.Assigned.IsEmpty)
            return;

        var team = person.TeamOn(world.Organisation.DayOf(fact.Credited));
        foreach (var goal in world.Assigned.Of(SubjectId.Organisation).Concat(world.Assigned.OfTeam(team)))
            LookAt(goal, goal.Subject.IsCollective ? goal.Subject : subject, person, fact);
    }

    private void LookAt(Goal goal, SubjectId subject, Person person, Fact fact)
    {
        if (
            goal.Archived is null
            && IsMoved(goal.Metric, person, fact)
            && goal.PeriodOn(GoalLines.DayOf(goal.Metric, fact.Credited, person, world.Organisation)) is { } period
            && new GoalScope(goal.Id, subject, period.Key) is var scope
            && !world.GoalProgress.ContainsKey(scope)
        )
            needed.GoalProgress(scope);
    }

    private bool IsMoved(Metric metric, Person person, Fact fact) =>
        metric switch
        {
            Metric.Quotes => fact.Activity is Activity.QuoteSent,
            Metric.Revenue or Metric.Deals => fact.Activity is Activity.DealClosed { Won: true },
            Metric.Points => fact.Activity is Activity.QuoteSent or Activity.DealClosed { Won: true } or Activity.MessageReplied,
            Metric.ActiveDays => fact.Activity is Activity.QuoteSent or Activity.DealClosed or Activity.MessageReplied
                && world.Days.GetValueOrDefault(new(person.Id, person.DayOf(fact.Credited))) is not { Active: true },
            _ => false,
        };
}
