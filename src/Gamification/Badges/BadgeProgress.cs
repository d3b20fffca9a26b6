using Gamification.Activities;

namespace Gamification.Badges;

/// <summary>How far a person is towards one badge, and since when it is held.</summary>
/// <param name="Period">The period key for a badge that repeats, otherwise empty.</param>
/// <param name="Actual">The present value against <see cref="Threshold"/>. Of a badge that is held for good it stands still.</param>
/// <param name="Peak">What the fold keeps to know that a late change cannot matter: the highest the value can have been, or how many things were seen.</param>
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
)
{
    /// <summary>What the value is measured against: the badge's threshold, of a week its scheduled days; once held, what it was unlocked at.</summary>
    public long Threshold { get; init; }

    /// <summary>Held for good, although folded again it would not be: a rule or a calendar changed too late to take it.</summary>
    public bool IsKept { get; init; }

    /// <summary>The newest things that count, in order, as many as the next step may need.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public bool IsHeld => Crossed is not null;
}

/// <summary>One thing that counts, and where it stands.</summary>
/// <param name="Value">Seconds of a reply, a date as <c>yyyymmdd</c>, minor units of a deal.</param>
/// <param name="Of">The deal or goal; empty where the position says it.</param>
public readonly record struct Mark(Position At, long Value, string Of = "");

/// <summary>One line of a badge's history: revision 0 unlocks, 1 revokes, 2 unlocks again.</summary>
public sealed record Award(string Badge, PersonId Person, string Period, int Revision, Position At)
{
    public bool IsTakenBack => Revision % 2 == 1;
}
