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
            BadgeWords.Name(badge, cabinet.Format),
            [
                new CardPart.BadgeDetails(
                    cabinet.Tile(shown),
                    BadgeWords.Description(badge, cabinet.Format),
                    [
                        new(cabinet.Format.Say($"Category"), BadgeWords.Category(badge, cabinet.Format)),
                        new(BadgeWords.Way(badge, cabinet.Format), BadgeWords.Requirement(badge, cabinet.Format)),
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
        var (given, who) = (shown.Badge.IsReward, cabinet.Owner ?? format.Say($"You"));
        if (shown.Held is { } since)
        {
            yield return new(Label(given, format), $"{who}, {BadgeWords.Times(shown.Count, format.Moment(since), format)}");
            if (shown.Earned is [{ At: var first }, _, ..])
                yield return new(given ? format.Say($"First given") : format.Say($"First earned"), format.Moment(first));
        }
        else if (cabinet.ShowsProgress && !given)
        {
            var percent = BadgeWords.Percent(shown.Value, shown.Threshold);
            yield return new(
                format.Say($"Progress"),
                $"{BadgeWords.Progress(shown.Badge, shown.Value, shown.Threshold, format)} · {percent} %"
            );
        }
        else
        {
            yield return new(Label(given, format), format.Say($"{who}: not yet"));
        }
    }

    private static string Label(bool isGiven, ReaderFormat format) =>
        isGiven ? format.Say($"Given", "badge") : format.Say($"Earned", "badge");

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
            ways.Add(new(cabinet.Format.Say($"◀ Previous"), cabinet.Line(order[place - 1])));
        if (place < order.Count - 1)
            ways.Add(new(cabinet.Format.Say($"Next ▶"), cabinet.Line(order[place + 1])));
        ways.Add(new(cabinet.Format.Say($"All badges"), cabinet.Line()));
        if (cabinet.IsOwn)
            ways.Add(new(cabinet.Format.Say($"Why?"), $"why badge {shown.Badge.Id}"));
        return ways;
    }
}
