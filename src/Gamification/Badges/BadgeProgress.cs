using Gamification.Activities;

namespace Gamification.Badges;

/// <summary>How far a person is towards one badge, and since when it is held.</summary>
/// <param name="Period">The period key for a badge that repeats, otherwise empty.</param>
/// <param name="Actual">The present sum.</param>
/// <param name="Peak">The highest the running sum can have been: an upper bound kept by late positive changes.</param>
/// <param name="Last">The last position folded.</param>
/// <param name="Crossed">The position that unlocked what is held now; null while locked.</param>
/// <param name="Revision">The number of award lines written: 1 after the unlock, 2 after a revocation, 3 when earned again.</param>
public sealed record BadgeProgress(
    string Badge,
    PersonId Person,
    string Period,
    long Actual,
    long Peak,
    Position Last,
    Position? Crossed,
    int Revision
);

/// <summary>One line of a badge's history: revision 0 unlocks, 1 revokes, 2 unlocks again.</summary>
public sealed record Award(string Badge, PersonId Person, string Period, int Revision, Position At);
