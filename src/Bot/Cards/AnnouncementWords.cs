using Gamification.Announcements;

namespace Bot.Cards;

/// <summary>What an announcement is called where it could not be posted.</summary>
public static class AnnouncementWords
{
    /// <param name="kind">One of <see cref="AnnouncementKinds"/>; what else was stored is said as it is.</param>
    public static string Of(string kind, ReaderFormat format) =>
        kind switch
        {
            AnnouncementKinds.BadgeUnlocked => format.Say($"Badge unlocked"),
            AnnouncementKinds.BadgeRevoked => format.Say($"A badge was taken back"),
            AnnouncementKinds.BadgeNear => format.Say($"A badge is near"),
            AnnouncementKinds.GoalPublished => format.Say($"Goal published"),
            AnnouncementKinds.GoalEdited => format.Say($"Goal edited"),
            AnnouncementKinds.GoalCompleted => format.Say($"Goal completed"),
            AnnouncementKinds.GoalReopened => format.Say($"Goal active again"),
            AnnouncementKinds.GoalNear => format.Say($"Half time for your goal"),
            AnnouncementKinds.GoalUnlocked => format.Say($"Next goal unlocked"),
            AnnouncementKinds.TierReached => format.Say($"Tier reached"),
            AnnouncementKinds.TeamReward => format.Say($"Team reward"),
            AnnouncementKinds.Reversal => format.Say($"A reward was taken back"),
            AnnouncementKinds.PrizeFulfilled => format.Say($"Prize handed out"),
            AnnouncementKinds.PrizeCancelled => format.Say($"A prize was cancelled"),
            AnnouncementKinds.BoardStanding
            or AnnouncementKinds.BoardProvisional
            or AnnouncementKinds.BoardFinal
            or AnnouncementKinds.BoardCorrected => format.Say($"Leaderboard"),
            AnnouncementKinds.ChannelPaused => format.Say($"Posts to a channel wait"),
            _ => CleanText.Of(kind, 60),
        };
}
