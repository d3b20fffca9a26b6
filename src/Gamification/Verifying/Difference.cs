using System.Globalization;

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

    /// <summary>That another goal's tier unlocked a goal.</summary>
    Unlock,

    /// <summary>What an accelerator paid into a wallet.</summary>
    Coins,

    /// <summary>The ledger of a closed period is not the one that was closed.</summary>
    Closed,
}

/// <summary>Something stored that is not what a fresh fold of the facts gives.</summary>
/// <remarks>
/// A rebuild finds one for every line and names the first thousand: keys and figures become texts when they are read.
/// </remarks>
public sealed class Difference(DifferenceKind kind, PersonId? person, object key, object stored, object derived)
{
    public DifferenceKind Kind => kind;

    /// <summary>Whose it is; null where it is nobody's alone.</summary>
    public PersonId? Person => person;

    /// <summary>Which one: the key of the line, day, tally, badge, goal or period.</summary>
    public string Key => Text(key);

    /// <summary>What is stored, in figures.</summary>
    public string Stored => Text(stored);

    /// <summary>What it should be.</summary>
    public string Derived => Text(derived);

    private static string Text(object value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
