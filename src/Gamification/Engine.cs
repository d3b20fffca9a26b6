using Gamification.Activities;

namespace Gamification;

/// <summary>The rules as one function: a group of reported activities and the world they meet, to the differences to write.</summary>
public static class Engine
{
    /// <summary>
    /// Plays activities that are not stored yet, in any order. Pure: the same arguments give the same outcome.
    /// </summary>
    public static Outcome Play(IReadOnlyList<Reported> group, World world) => throw new NotSupportedException();

    /// <summary>Plays stored facts that were quarantined and may be accepted now, in business order.</summary>
    public static Outcome Release(IReadOnlyList<Fact> waiting, World world) => throw new NotSupportedException();
}
