using Gamification.Activities;
using Gamification.Goals;
using NodaTime;

namespace Gamification.Rewards;

/// <summary>Who receives a collective reward: the active members at the crossing, with those a manager added and without those left out.</summary>
internal sealed class Recipients(World world, GoalMove move, GrantKey grant, PostedRewards posted)
{
    public IReadOnlyList<Recipient> At(Position reached)
    {
        var roster = new Roster(world, move.Goal.Subject).MembersAt(MomentOf(reached));
        var members = roster.Select(person => person.Id).ToHashSet();
        foreach (var change in posted.Changes.Where(change => change.Grant == grant).OrderBy(change => change.At))
            if (change.IsAdded)
                members.Add(change.Person);
            else
                members.Remove(change.Person);

        var sums = SumsAt(reached);
        return [.. members.Select(person => new Recipient(person, sums[person]))];
    }

    /// <summary>What was passed already when the goal was published, or its version made, goes to the roster of that moment.</summary>
    private Instant MomentOf(Position reached)
    {
        var number = posted.Grants.FirstOrDefault(known => known.Key == grant)?.Version ?? move.Aim.Version;
        var version = move.Goal.Versions.First(one => one.Number == number);
        return Instant.Max(reached.Credited, Instant.Max(version.At, move.Goal.Assignment!.Published!.Value));
    }

    private MemberSums SumsAt(Position reached) =>
        move.Crossings.FirstOrDefault(crossing => crossing.Tier == grant.Tier && crossing.At == reached)?.Members ?? MemberSums.None;
}
