using Gamification.Announcements;

namespace Bot.Cards;

/// <summary>What managers' goals bring, in one plain row each.</summary>
public static class RewardNotice
{
    private const string Reached = "tier.reached";
    private const string Unlocked = "goal.unlocked";
    private const string TeamReward = "team.reward";
    private const string Reversal = "reversal";

    public static bool IsOne(Announcement announcement) => announcement.Kind is Reached or Unlocked or TeamReward or Reversal;

    public static Card Compose(IReadOnlyList<Announcement> announcements) =>
        new(Title(announcements[0]), [.. announcements.Select(announcement => new CardPart.Text(Words(announcement)))]);

    private static string Title(Announcement announcement) =>
        announcement.Kind switch
        {
            Reached => "A tier was reached",
            Unlocked => "The next goal is unlocked",
            TeamReward => "A team reward",
            _ => "A reward was taken back",
        };

    private static string Words(Announcement announcement)
    {
        var data = announcement.Data;
        var (goal, tier) = (CleanText.Of(data.GetValueOrDefault("goal", ""), 64), CleanText.Of(data.GetValueOrDefault("tier", ""), 10));
        return announcement.Kind switch
        {
            Reached => $"Goal {goal}: {tier} reached.",
            Unlocked => $"Goal {goal} is unlocked.",
            TeamReward => $"Goal {goal}: {tier} reached together. Thanks to everyone who took part.",
            _ => $"Goal {goal}: what {tier} gave was taken back, because what it rested on was reopened, voided, deleted or corrected.",
        };
    }
}
