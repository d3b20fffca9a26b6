using Gamification.Announcements;
using Gamification.Rewards;

namespace Bot.Cards;

/// <summary>What a person hears of their own prizes.</summary>
public static class PrizeNews
{
    public const string Fulfilled = AnnouncementKinds.PrizeFulfilled;
    public const string Cancelled = AnnouncementKinds.PrizeCancelled;

    public static bool IsOne(string kind) => kind is Fulfilled or Cancelled;

    public static IEnumerable<CardPart> Parts(GoalNews news, ReaderFormat format)
    {
        var tier = GoalNewsCard.TierName(news.Goal, news.Tier, news.Plan);
        var of = format.Say($"{tier} of “{news.Name}”, {format.Name(news.Period)}");
        if (news.Kind is Fulfilled)
            yield return new CardPart.Celebration("🎁", format.Say($"{Name(news, format)} was handed out to you"), of, Art: null);
        else
            yield return new CardPart.Text(Why(news, of, format));

        if (news.Number("refund") is > 0 and var refund)
            yield return new CardPart.Text(
                format.Say(
                    $"{TeamGoalWords.Coins(refund, format)} came back: you have {TeamGoalWords.Coins(news.Number("coins"), format)}."
                ),
                Tone.Good
            );
    }

    private static string Why(GoalNews news, string of, ReaderFormat format)
    {
        var name = Name(news, format);
        return news.Text("reason") switch
        {
            "" => format.Say($"Your manager cancelled {name} ({of})."),
            GrantReasons.Shared => format.Say($"{name} ({of}) is not handed out: you are not among the recipients any more."),
            _ => format.Say($"{name} ({of}) is not handed out: it was given for something that was taken back."),
        };
    }

    private static string Name(GoalNews news, ReaderFormat format) =>
        RewardNames.Find(news.Plan.Tiers.FirstOrDefault(tier => tier.Kind == news.Tier)?.Rewards ?? [], news.Text("reward"))
            is Reward.Prize prize
            ? TeamGoalWords.Prize(prize.Name)
            : format.Say($"A prize");
}
