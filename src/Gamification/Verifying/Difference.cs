namespace Gamification.Verifying;

/// <summary>Which stored thing is not what the facts say.</summary>
public enum DifferenceKind
{
    /// <summary>Whether a fact counts or is superseded, and why it counts nowhere.</summary>
    Fact,

    /// <summary>A line of the ledger.</summary>
    Line,

    /// <summary>What a person's day remembers of its limits.</summary>
    Day,

    /// <summary>The sums of a person on a board in a period.</summary>
    Tally,

    /// <summary>A badge: how far a person is, and whether it is held.</summary>
    Badge,

    /// <summary>A goal of a person in a period: how far it is, and whether it is completed.</summary>
    Goal,

    /// <summary>What a tier of a manager's goal gave, to whom.</summary>
    Grant,

    /// <summary>What an accelerator paid into a wallet.</summary>
    Coins,

    /// <summary>The ledger of a closed period is not the one that was closed.</summary>
    Closed,
}

/// <summary>Something stored that is not what a fresh fold of the facts gives.</summary>
/// <param name="Person">Whose it is; null where it is nobody's alone.</param>
/// <param name="Key">Which one: the key of the line, day, tally, badge, goal or period.</param>
/// <param name="Stored">What is stored, in figures.</param>
/// <param name="Derived">What it should be.</param>
public sealed record Difference(DifferenceKind Kind, PersonId? Person, string Key, string Stored, string Derived);
