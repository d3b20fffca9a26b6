using Gamification.Activities;
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
                Look(world.People[owner], fact);

        return needed.Outcome;
    }

    private void Look(Person person, Fact fact)
    {
        if (!fact.IsPast)
            LookAtDay(new(person.Id, person.DayOf(fact.Credited)), fact.Position);
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
}
