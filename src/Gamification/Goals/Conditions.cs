using Gamification.People;

namespace Gamification.Goals;

/// <summary>What a collective goal asks of its members besides their sum.</summary>
internal static class Conditions
{
    private const int Whole = 10_000;

    /// <param name="members">Who was a member at that place in the order.</param>
    public static bool Hold(GoalAim aim, MemberSums sums, IReadOnlyList<Person> members) =>
        (
            aim.Plan!.Collective.EveryMember is not { } each
            || members.All(member => HasPart(aim, sums[member.Id], member.Id, members.Count, each))
        ) && (aim.Plan.Collective.Participation is not { } part || TookPart(sums, members) * (Int128)Whole >= (Int128)members.Count * part);

    /// <summary>Of the member's own target where the manager set one, else of an even share of the goal's.</summary>
    private static bool HasPart(GoalAim aim, long sum, PersonId member, int members, long basisPoints) =>
        aim.Plan!.Targets.TryGetValue(member, out var own)
            ? (Int128)sum * Whole >= (Int128)own * basisPoints
            : (Int128)sum * Whole * members >= (Int128)aim.Target * basisPoints;

    private static int TookPart(MemberSums sums, IReadOnlyList<Person> members) => members.Count(member => sums[member.Id] > 0);
}
