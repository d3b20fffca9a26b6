using Storage;

namespace Bot.Cards;

/// <summary>One badge in full: what it is, what it asks for, and where the person stands.</summary>
public static class BadgeCard
{
    /// <param name="shown">Of the standings of the cabinet.</param>
    public static Card Compose(Cabinet cabinet, BadgeStanding shown)
    {
        var badge = shown.Badge;
        return new(
            BadgeWords.Name(badge),
            [
                new CardPart.BadgeDetails(
                    cabinet.Tile(shown),
                    BadgeWords.Description(badge),
                    [
                        new("Category", BadgeWords.Category(badge)),
                        new(BadgeWords.Way(badge), BadgeWords.Requirement(badge, cabinet.Format)),
                        .. Standing(cabinet, shown),
                    ]
                ),
                new CardPart.Buttons(Ways(cabinet, shown)),
            ]
        );
    }

    private static IEnumerable<Fact> Standing(Cabinet cabinet, BadgeStanding shown)
    {
        var format = cabinet.Format;
        var who = cabinet.Owner ?? "You";
        if (shown.Held is { } since)
        {
            yield return new(
                shown.Badge.IsReward ? "Given" : "Earned",
                $"{who}, {BadgeWords.Times(shown.Count, format.Moment(since), format)}"
            );
            if (shown.Earned is [{ At: var first }, _, ..])
                yield return new(shown.Badge.IsReward ? "First given" : "First earned", format.Moment(first));
        }
        else if (cabinet.ShowsProgress && !shown.Badge.IsReward)
        {
            var percent = BadgeWords.Percent(shown.Value, shown.Threshold);
            yield return new("Progress", $"{BadgeWords.Progress(shown.Badge, shown.Value, shown.Threshold, format)} · {percent} %");
        }
        else
        {
            yield return new(shown.Badge.IsReward ? "Given" : "Earned", $"{who}: not yet");
        }
    }

    /// <summary>The badges beside it in the order of the cabinet, in place, and the way back.</summary>
    private static List<Button> Ways(Cabinet cabinet, BadgeStanding shown)
    {
        var order = cabinet
            .Shown(cabinet.Defaults.OrderBy(standing => standing.Badge.Category).Concat(cabinet.Customs))
            .Select(standing => standing.Badge.Id)
            .ToList();
        var place = order.IndexOf(shown.Badge.Id);
        List<Button> ways = [];
        if (place > 0)
            ways.Add(new("◀ Previous", cabinet.Line(order[place - 1])));
        if (place < order.Count - 1)
            ways.Add(new("Next ▶", cabinet.Line(order[place + 1])));
        ways.Add(new("All badges", cabinet.Line()));
        if (cabinet.IsOwn)
            ways.Add(new("Why?", $"why badge {shown.Badge.Id}"));
        return ways;
    }
}
