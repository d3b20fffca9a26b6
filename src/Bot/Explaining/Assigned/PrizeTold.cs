using Bot.Cards;
using Gamification.Rewards;

namespace Bot.Explaining.Assigned;

/// <summary>Where a prize is between the promise and the hand.</summary>
internal static class PrizeTold
{
    public static string Sentence(GoalStory story, Prize prize)
    {
        var name = $"{TeamGoalWords.Prize(prize.Name)} for {story.Names.Of(prize.Id.Recipient)}";
        var last = prize.Steps.Count == 0 ? null : prize.Steps[^1];
        var by = last is null || last.By == Prize.Rules ? "" : $" by {story.Names.By(last.By)}";
        var when = last is null ? "" : $" {story.Moment(last.At)}";
        var why = last?.Reason is { } reason && last.By != Prize.Rules ? $": “{CleanText.Of(reason, 120)}”" : "";
        return prize.State switch
        {
            PrizeState.Offered => $"{name} can be redeemed for {TeamGoalWords.Coins(prize.Price ?? 0, story.Format)}.",
            PrizeState.Pending => $"{name} waits to be handed out.",
            PrizeState.Fulfilled when prize.IsFlagged =>
                $"{name} was handed out{by}{when}{why}; what it was given for was taken back since, and it is kept.",
            PrizeState.Fulfilled => $"{name} was handed out{by}{when}{why}.",
            _ when last is null => $"{name} is cancelled: what it was given for was taken back.",
            _ => $"{name} was cancelled{by}{when}{why}.",
        };
    }
}
