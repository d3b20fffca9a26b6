namespace Gamification.Rewards;

/// <summary>What is given to each recipient of a tier. Prizes and badges are never split.</summary>
public abstract record Reward
{
    private Reward() { }

    /// <summary>Bonus points: in every score, never in a goal's actual, a gate or a multiplier.</summary>
    public sealed record Points(long Amount) : Reward;

    public sealed record Coins(long Amount) : Reward;

    /// <summary>A custom badge without a trigger of its own: it follows the grant line.</summary>
    public sealed record Badge(string Id) : Reward;

    /// <summary>Something to be handed out.</summary>
    /// <param name="Price">Coins to redeem it for; null for one that is given.</param>
    /// <param name="OnceForTeam">On a collective goal: one for the team, not one for each.</param>
    public sealed record Prize(string Name, long? Price, bool OnceForTeam = false) : Reward;
}

/// <summary>How points and coins of a collective goal are given to its recipients.</summary>
public enum Sharing
{
    /// <summary>The whole amount to each.</summary>
    Each,

    Even,

    /// <summary>By own contributions of at least 0; all 0: even.</summary>
    Proportional,
}
