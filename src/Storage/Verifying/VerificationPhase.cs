namespace Storage.Verifying;

/// <summary>What is looked at, one after the other: each may rely on what the one before has found right.</summary>
public enum VerificationPhase
{
    /// <summary>Facts of deals, quotes and conversations that not one person alone is named by, against their lines.</summary>
    Shared,

    /// <summary>The facts of each person that name nobody else against lines, and all lines against days, tallies, badges and goals.</summary>
    Own,

    /// <summary>Both at once, with all that somebody else has of it: what is missing is then decided on the rows as they were compared.</summary>
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
