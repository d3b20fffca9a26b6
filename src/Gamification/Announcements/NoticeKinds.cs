namespace Gamification.Announcements;

/// <summary>What a person may be told privately, each to be switched off by themselves.</summary>
[Flags]
public enum NoticeKinds
{
    None = 0,

    /// <summary>A goal of theirs is completed, open again, or new.</summary>
    Goals = 1,

    /// <summary>Badges, tiers and what they earn with them.</summary>
    Rewards = 2,

    /// <summary>Something was taken back, with the reason.</summary>
    Reversals = 4,
}

/// <summary>Which notices are of which kind. Hints are none of them: they are off until somebody asks for them.</summary>
public static class NoticeKind
{
    public static IReadOnlyList<NoticeKinds> All { get; } = [NoticeKinds.Goals, NoticeKinds.Rewards, NoticeKinds.Reversals];

    /// <param name="announcement">The kind of an announcement, dotted.</param>
    public static NoticeKinds Of(string announcement) =>
        announcement switch
        {
            BadgeAnnouncements.Revoked or RewardAnnouncements.Reversal => NoticeKinds.Reversals,
            BadgeAnnouncements.Unlocked or RewardAnnouncements.Reached or RewardAnnouncements.TeamReward => NoticeKinds.Rewards,
            GoalHints.Near => NoticeKinds.None,
            _ when announcement.StartsWith("goal.", StringComparison.Ordinal) => NoticeKinds.Goals,
            _ => NoticeKinds.None,
        };
}
