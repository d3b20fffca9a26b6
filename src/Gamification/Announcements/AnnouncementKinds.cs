namespace Gamification.Announcements;

/// <summary>Everything that is told by itself, by the names that are stored: a new kind gets its line here, and a picture in the gallery.</summary>
public static class AnnouncementKinds
{
    public const string BadgeUnlocked = "badge.unlocked";
    public const string BadgeRevoked = "badge.revoked";
    public const string BadgeNear = "badge.near";
    public const string GoalPublished = "goal.published";
    public const string GoalEdited = "goal.edited";
    public const string GoalCompleted = "goal.completed";
    public const string GoalReopened = "goal.reopened";
    public const string GoalNear = "goal.near";
    public const string GoalUnlocked = "goal.unlocked";
    public const string TierReached = "tier.reached";
    public const string TeamReward = "team.reward";
    public const string Reversal = "reversal";
    public const string PrizeFulfilled = "prize.fulfilled";
    public const string PrizeCancelled = "prize.cancelled";
    public const string BoardStanding = "board.standing";
    public const string BoardProvisional = "board.provisional";
    public const string BoardFinal = "board.final";
    public const string BoardCorrected = "board.corrected";
    public const string ChannelPaused = "channel.paused";
}
