using Gamification.Activities;
using Gamification.Time;

namespace Gamification;

/// <summary>The rules as one function: a group of reported activities and the world they meet, to the differences to write.</summary>
public static class Engine
{
    /// <summary>
    /// Plays activities that are not stored yet, in any order. Pure: the same arguments give the same outcome.
    /// An identity that is in the group twice counts as it came first.
    /// </summary>
    public static Outcome Play(IReadOnlyList<Reported> group, World world)
    {
        var closes = new Closes(world.Closed);
        var acceptance = new Acceptance(world, closes);
        var facts = new List<Fact>(group.Count);
        var seen = new HashSet<FactId>(group.Count);
        foreach (var reported in group)
            if (seen.Add(reported.Id))
                facts.Add(acceptance.Accept(reported));

        return new GroupPlay(facts, world, closes).Decide();
    }

    /// <summary>What would become of activities that are not stored yet, in their order; nothing is played.</summary>
    public static IReadOnlyList<Fact> Accept(IReadOnlyList<Reported> group, World world)
    {
        var acceptance = new Acceptance(world, new(world.Closed));
        return [.. group.Select(acceptance.Accept)];
    }

    /// <summary>
    /// What a play of these activities will most likely ask for, given what is loaded; null when nothing more is foreseen. Loading it
    /// first saves playing the group again for each answer; it changes nothing in the outcome.
    /// </summary>
    public static Outcome.Needs? Foresee(IReadOnlyList<Reported> group, World world) => new Foresight(world).Of(group);

    /// <summary>
    /// Plays stored facts that were quarantined and may be accepted now, in business order. What still has to wait for the same
    /// reason is left alone.
    /// </summary>
    public static Outcome Release(IReadOnlyList<Fact> waiting, World world)
    {
        var closes = new Closes(world.Closed);
        var acceptance = new Acceptance(world, closes);
        var ordered = waiting.ToList();
        ordered.Sort(EntityFold.InBusinessOrder);
        var facts = new List<Fact>(ordered.Count);
        foreach (var fact in ordered)
            if (acceptance.Accept(fact) is var accepted && (accepted.State, accepted.Reason) != (fact.State, fact.Reason))
                facts.Add(accepted);

        return new GroupPlay(facts, world, closes).Decide();
    }

    /// <summary>
    /// Derives a part of what is stored again from its facts, after something that it rests on changed, or to find what differs.
    /// What stands already is not posted again; closed periods stay as they are.
    /// </summary>
    public static Outcome Recount(Recount scope, World world) => new GroupPlay(scope, world, new(world.Closed)).Decide();
}
