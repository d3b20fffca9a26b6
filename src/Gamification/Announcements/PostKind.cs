namespace Gamification.Announcements;

/// <summary>Which posts are of which kind.</summary>
public static class PostKind
{
    private const string Boards = "board.";

    /// <summary>Every one that can be switched, in the order in which people are asked.</summary>
    public static IReadOnlyList<PostKinds> All { get; } =
    [PostKinds.Badges, PostKinds.Tiers, PostKinds.Goals, PostKinds.Unlocks, PostKinds.Rewards, PostKinds.Boards];

    /// <param name="announcement">The kind of an announcement, dotted.</param>
    public static PostKinds Of(string announcement) =>
        announcement switch
        {
            BadgeAnnouncements.Unlocked => PostKinds.Badges,
            RewardAnnouncements.Reached => PostKinds.Tiers,
            RewardAnnouncements.Unlocked => PostKinds.Unlocks,
            RewardAnnouncements.TeamReward => PostKinds.Rewards,
            _ when announcement.StartsWith(Boards, StringComparison.Ordinal) => PostKinds.Boards,
            _ when announcement.StartsWith("goal.", StringComparison.Ordinal) => PostKinds.Goals,
            _ => PostKinds.None,
        };

    /// <summary>What a team earned together and the boards people wait for do not end in a digest.</summary>
    public static bool IsUrgent(string announcement) => Of(announcement) is PostKinds.Rewards or PostKinds.Boards;
}
