using Bot.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.Explaining;
using Gamification.Rewards;

namespace Bot.Explaining.Assigned;

/// <summary>How an amount was split: 101 by 50, 30 and 20 is 51, 30 and 20.</summary>
internal static class SharesTold
{
    /// <summary>Of more people only a number is told.</summary>
    public const int Most = 10;

    /// <summary>What everybody had brought by a place in the order; all of it where there is none. A median is nobody's part.</summary>
    public static IReadOnlyDictionary<PersonId, long> SumsOf(GoalStory story, Position? at) =>
        story
            .Trace.Counted.Where(one => !story.Goal.Type.IsMedian && (at is not { } end || one.At <= end))
            .GroupBy(one => one.Person)
            .ToDictionary(of => of.Key, of => of.Sum(one => one.Value));

    public static string Sentence(GoalStory story, Reward reward, IReadOnlyList<PersonId> recipients, Position at)
    {
        var (amount, name) = (RewardNames.AmountOf(reward), TeamGoalWords.Reward(reward, story.Format));
        var share = RewardNames.IsShared(reward) ? story.Plan.Collective.Share : Sharing.Each;
        if (share is Sharing.Each)
            return $"Each of {GoalNumbers.Count(recipients.Count, "recipient", "recipients", story.Format)} receives {name}.";

        var sums = SumsOf(story, at);
        var isByWeight = share is Sharing.Proportional && recipients.Any(person => sums.GetValueOrDefault(person) > 0);
        var parts = ShareParts.Of(share, amount, [.. recipients.Select(person => new Recipient(person, sums.GetValueOrDefault(person)))]);
        var how =
            isByWeight ? $"by what each had brought by then, {GoalNumbers.Bare(story, parts.Weights)} together"
            : share is Sharing.Proportional ? "by what each had brought, which is nothing, so evenly"
            : "evenly";
        return $"{name} are split {how}: {List(parts.Parts, Part, story)}.{Rest(story, parts)}";

        string Part(SharePart part) =>
            $"{story.Names.Of(part.Person)} {story.Format.Number(amount)} "
            + (
                isByWeight
                    ? $"× {GoalNumbers.Bare(story, part.Contribution)} ÷ {GoalNumbers.Bare(story, parts.Weights)}"
                    : $"÷ {story.Format.Number(parts.Weights)}"
            )
            + $" = {part.Exact.ToString(story.Format.Culture)}, given {story.Format.Number(part.Given)}";
    }

    private static string List(IReadOnlyList<SharePart> parts, Func<SharePart, string> told, GoalStory story) =>
        string.Join("; ", parts.Take(Most).Select(told))
        + (parts.Count > Most ? $"; and {story.Format.Number(parts.Count - Most)} more" : "");

    private static string Rest(GoalStory story, ShareParts parts) =>
        parts.Left == 0 ? "" : $" The whole parts leave {story.Format.Number(parts.Left)}: one each to the largest remainders, ties by id.";
}
