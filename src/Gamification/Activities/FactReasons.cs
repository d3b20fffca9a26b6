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
}
