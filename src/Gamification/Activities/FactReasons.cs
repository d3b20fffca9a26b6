namespace Gamification.Activities;

/// <summary>Stable codes for what is remarkable about a fact.</summary>
public static class FactReasons
{
    public const string UnknownOwner = "unknown-owner";
    public const string UnknownCurrency = "unknown-currency";
    public const string NoRate = "no-rate";
    public const string TooOld = "too-old";
    public const string Inactive = "inactive";

    /// <summary>Its period was closed: it is credited when it was received.</summary>
    public const string Late = "late";

    /// <summary>It claimed to have occurred in the future.</summary>
    public const string Ahead = "ahead";

    /// <summary>It was imported into a period that was closed: badges count it, boards and points do not.</summary>
    public const string Imported = "imported";

    /// <summary>It says nothing that is not known already: a quote sent again, a deal won again.</summary>
    public const string Superseded = "superseded";

    /// <summary>A reply without a client's message to answer.</summary>
    public const string NoTurn = "no-turn";

    /// <summary>A reply in a conversation of somebody else: it ends the turn unmeasured.</summary>
    public const string OtherOwner = "other-owner";

    /// <summary>A reply that no human wrote.</summary>
    public const string Automatic = "automatic";

    /// <summary>A win of 0 is no deal until its amount rises.</summary>
    public const string NoAmount = "no-amount";
}
