namespace Gamification.Announcements;

/// <summary>What a channel may hear of, each to be switched off there.</summary>
[Flags]
public enum PostKinds
{
    None = 0,
    Badges = 1,
    Tiers = 2,

    /// <summary>Goals that managers publish or edit.</summary>
    Goals = 4,

    /// <summary>The next goal of a chain.</summary>
    Unlocks = 8,

    /// <summary>What a team earned together.</summary>
    Rewards = 16,
    Boards = 32,
}
