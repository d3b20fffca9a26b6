using Gamification.People;

namespace Gamification.Goals;

/// <summary>What a collective goal asks of its members besides their sum.</summary>
public static class Conditions
{
    private const int Whole = 10_000;

    /// <param name="members">Who was a member at that place in the order.</param>
    internal static bool Hold(GoalAim aim, MemberSums sums, IReadOnlyList<Person> members) =>
        (
            aim.Plan!.Collective.EveryMember is null
            || members.All(member => HasPart(aim.Plan, aim.Target, (member.Id, sums[member.Id]), members.Count))
        ) && (aim.Plan.Collective.Participation is not { } part || TookPart(sums, members) * (Int128)Whole >= (Int128)members.Count * part);

    /// <summary>Whether a member brought enough: of their own target where the manager set one, else of an even share of the goal's.</summary>
    public static bool HasPart(GoalPlan plan, long target, (PersonId Id, long Sum) member, int members) =>
        plan.Collective.EveryMember is not { } basisPoints
        || (
            plan.Targets.TryGetValue(member.Id, out var own)
                ? (Int128)member.Sum * Whole >= (Int128)own * basisPoints
                : (Int128)member.Sum * Whole * members >= (Int128)target * basisPoints
        );

    private static int TookPart(MemberSums sums, IReadOnlyList<Person> members) => members.Count(member => sums[member.Id] > 0);
}
