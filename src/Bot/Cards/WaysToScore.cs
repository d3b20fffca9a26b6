using Gamification.Points;

namespace Bot.Cards;

/// <summary>What to do to appear on a board, with what it is worth today.</summary>
public static class WaysToScore
{
    public static string Of(BoardBy by, PointRules rules, ReaderFormat format) =>
        by switch
        {
            BoardBy.Revenue => format.Say($"Win a deal with an amount to appear here."),
            BoardBy.Deals => format.Say($"Win a deal to appear here."),
            BoardBy.Quotes => format.Say($"Send a quote to appear here."),
            _ => OfPoints(rules, format),
        };

    /// <summary>Only what has points; the number stands with the first.</summary>
    private static string OfPoints(PointRules rules, ReaderFormat format)
    {
        var minutes = (long)rules.ReplyWithin.TotalMinutes;
        (int Points, string Way)[] ways =
        [
            (rules.Quote, format.Say($"send a quote")),
            (rules.Deal, format.Say($"win a deal")),
            (rules.Reply, format.Say($"answer a client within {minutes} working minutes")),
        ];
        var worth = ways.Where(way => way.Points > 0).ToList();
        return worth.Count == 0
            ? format.Say($"The rules of today give no points for anything. An admin can change them: /medalist rules.")
            : format.Say($"To score: {string.Join(", ", worth.Select((way, index) => Text(way, isFirst: index == 0, format)))}.");
    }

    private static string Text((int Points, string Way) way, bool isFirst, ReaderFormat format) =>
        isFirst ? format.Say($"{way.Way} ({way.Points} points)") : $"{way.Way} ({way.Points})";
}
