namespace Gamification.Points;

/// <summary>The point rules by the names that stand in ledger keys.</summary>
public static class RuleNames
{
    public const string Quote = "quote.sent";
    public const string Deal = "deal.won";
    public const string Reply = "reply";
    public const string ActiveDay = "day.active";

    /// <summary>What a late fact would have changed in a closed period, posted to its own day instead.</summary>
    public const string Correction = "correction";
}
