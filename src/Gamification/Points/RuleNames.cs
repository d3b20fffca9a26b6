namespace Gamification.Points;

/// <summary>The point rules by the names that stand in ledger keys.</summary>
public static class RuleNames
{
    public const string Quote = "quote.sent";
    public const string Deal = "deal.won";
    public const string Reply = "reply";

    /// <summary>A logged activity: 0 points, for badges and goals that name its kind.</summary>
    public const string Logged = "activity.logged";
    public const string ActiveDay = "day.active";

    /// <summary>What a late fact would have changed in a closed period, posted to its own day instead.</summary>
    public const string Correction = "correction";

    /// <summary>What was imported into a closed period, and whatever changes it later: badges count it, days, boards and points do not.</summary>
    public const string Past = "past";

    /// <summary>What an import says otherwise than the lines of closed periods: for badges only, its candidate is what points would differ by.</summary>
    public const string PastCorrection = "past.correction";

    /// <summary>Points that rewards, accelerators and multipliers give begin with this: in every score, and in no goal, limit, gate or badge.</summary>
    private const string Bonus = "bonus.";

    private const string Multiplying = $"{Bonus}multiplier:";

    /// <summary>One fact may reach a tier of a goal in several periods.</summary>
    public static string Reward(string goal, string period, string tier, string reward) => $"{Bonus}reward:{goal}:{period}:{tier}:{reward}";

    public static string Accelerator(string goal, string period) => $"{Bonus}accelerator:{goal}:{period}";

    public static string Multiplier(string goal, string period) => $"{Multiplying}{period}:{goal}";

    /// <summary>The goal whose multiplier paid under a rule; null for other rules.</summary>
    public static string? MultiplyingGoalOf(string rule) =>
        rule.StartsWith(Multiplying, StringComparison.Ordinal) && rule[Multiplying.Length..] is var rest
            ? rest[(rest.IndexOf(':', rest.StartsWith("c:", StringComparison.Ordinal) ? 2 : 0) + 1)..]
            : null;

    /// <summary>What belongs to a day that was closed when it was given.</summary>
    public static string Carried(string rule) => $"{Bonus}carried:{rule[Bonus.Length..]}";

    public static bool IsBonus(string rule) => rule.StartsWith(Bonus, StringComparison.Ordinal);

    /// <summary>Whether lines of the rule are for badges only.</summary>
    public static bool IsPast(string rule) => rule is Past or PastCorrection;
}
