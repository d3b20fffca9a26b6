using Bot.Cards;
using Gamification.Rewards;

namespace Bot.Explaining.Assigned;

/// <summary>Where a prize is between the promise and the hand.</summary>
internal static class PrizeTold
{
    public static string Sentence(GoalStory story, Prize prize)
    {
        var name = story.Format.Say($"{TeamGoalWords.Prize(prize.Name)} for {story.Names.Of(prize.Id.Recipient)}", "person");
        var last = prize.Steps.Count == 0 ? null : prize.Steps[^1];
        return prize.State switch
        {
            PrizeState.Offered => story.Say($"{name} can be redeemed for {TeamGoalWords.Coins(prize.Price ?? 0, story.Format)}."),
            PrizeState.Pending => story.Say($"{name} waits to be handed out."),
            PrizeState.Fulfilled when prize.IsFlagged =>
                $"{HandedOut(story, name, last)}; {story.Say($"what it was given for was taken back since, and it is kept.")}",
            PrizeState.Fulfilled => $"{HandedOut(story, name, last)}.",
            _ when last is null => story.Say($"{name} is cancelled: what it was given for was taken back."),
            _ when last.By == Prize.Rules => $"{story.Say($"{name} was cancelled {story.Moment(last.At)}")}.",
            _ => $"{story.Say($"{name} was cancelled by {story.Names.By(last.By)} {story.Moment(last.At)}")}{Why(last)}.",
        };
    }

    private static string HandedOut(GoalStory story, string name, PrizeStep? last) =>
        last is null ? story.Say($"{name} was handed out")
        : last.By == Prize.Rules ? story.Say($"{name} was handed out {story.Moment(last.At)}")
        : story.Say($"{name} was handed out by {story.Names.By(last.By)} {story.Moment(last.At)}") + Why(last);

    private static string Why(PrizeStep step) => step.Reason is { } reason ? $": “{CleanText.Of(reason, 120)}”" : "";
}
