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
            return Each(story, name, recipients.Count);

        var sums = SumsOf(story, at);
        var isByWeight = share is Sharing.Proportional && recipients.Any(person => sums.GetValueOrDefault(person) > 0);
        var parts = ShareParts.Of(share, amount, [.. recipients.Select(person => new Recipient(person, sums.GetValueOrDefault(person)))]);
        var weights = GoalNumbers.Bare(story, parts.Weights);
        var list = List([.. parts.Parts.Select(Part)], story);
        var how =
            isByWeight ? story.Say($"{name} are split by what each had brought by then, {weights} together: {list}.")
            : share is Sharing.Proportional ? story.Say($"{name} are split by what each had brought, which is nothing, so evenly: {list}.")
            : story.Say($"{name} are split evenly: {list}.");
        return how + Rest(story, parts);

        string Part(SharePart part)
        {
            var division = isByWeight
                ? $"× {GoalNumbers.Bare(story, part.Contribution)} ÷ {weights}"
                : $"÷ {story.Format.Number(parts.Weights)}";
            var exact = part.Exact.ToString(story.Format.Culture);
            return story.Say(
                $"{story.Names.Of(part.Person)} {story.Format.Number(amount)} {division} = {exact}, given {story.Format.Number(part.Given)}"
            );
        }
    }

    /// <summary>Of a list that names the first of many.</summary>
    public static string AndMore(string told, int count, GoalStory story) =>
        count > Most ? TeamGoalWords.AndMore(told, count - Most, story.Format) : told;

    private static string Each(GoalStory story, string name, int count)
    {
        var n = story.Format.Number(count);
        return story.Format.Count(count, $"Each of {n} recipient receives {name}.", $"Each of {n} recipients receives {name}.");
    }

    /// <summary>Sentences in a row, of many the first.</summary>
    public static string List(IReadOnlyList<string> parts, GoalStory story) =>
        string.Join("; ", parts.Take(Most))
        + (parts.Count > Most ? $"; {story.Say($"and {story.Format.Number(parts.Count - Most)} more")}" : "");

    private static string Rest(GoalStory story, ShareParts parts) =>
        parts.Left == 0
            ? ""
            : " " + story.Say($"The whole parts leave {story.Format.Number(parts.Left)}: one each to the largest remainders, ties by id.");
}
