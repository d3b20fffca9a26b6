namespace Storage.Verifying;

/// <summary>What is looked at, one after the other: each may rely on what the one before has found right.</summary>
public enum VerificationPhase
{
    /// <summary>Facts of each deal, quote and conversation against their lines.</summary>
    Entities,

    /// <summary>The quotes of each deal against each other.</summary>
    Deals,

    /// <summary>Lines of each person against their days, tallies and badges.</summary>
    People,

    /// <summary>The ledger of each closed period against its hash.</summary>
    Closes,
}
