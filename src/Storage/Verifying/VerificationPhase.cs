namespace Storage.Verifying;

/// <summary>What is looked at, one after the other: each may rely on what the one before has found right.</summary>
public enum VerificationPhase
{
    /// <summary>Facts of each person's deals, quotes and conversations against their lines; lines against days, tallies and badges.</summary>
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
