namespace Storage.Verifying;

/// <summary>What is looked at, one after the other: each may rely on what the one before has found right.</summary>
public enum VerificationPhase
{
    /// <summary>Facts of all deals, quotes and conversations against their lines.</summary>
    Entities,

    /// <summary>Lines of each person against days, tallies, badges and goals.</summary>
    Ledgers,

    /// <summary>Both at once, person by person: what is missing is then decided on the rows as they were compared.</summary>
    People,

    /// <summary>The quotes of each deal against each other.</summary>
    Deals,

    /// <summary>Facts whose deal, quote or conversation is nobody's.</summary>
    Strays,

    /// <summary>Managers' goals, and everything they granted.</summary>
    Goals,

    /// <summary>The ledger of each closed period against its hash.</summary>
    Closes,
}
