using System.Globalization;
using Gamification.Points;

namespace Bot.Cards;

/// <summary>What to do to appear on a board, with what it is worth today.</summary>
public static class WaysToScore
{
    public static string Of(BoardBy by, PointRules rules) =>
        by switch
        {
            BoardBy.Revenue => "Win a deal with an amount to appear here.",
            BoardBy.Deals => "Win a deal to appear here.",
            BoardBy.Quotes => "Send a quote to appear here.",
            _ => OfPoints(rules),
        };

    /// <summary>Only what has points; the number stands with the first.</summary>
    private static string OfPoints(PointRules rules)
    {
        (int Points, string Way)[] ways =
        [
            (rules.Quote, "send a quote"),
            (rules.Deal, "win a deal"),
            (rules.Reply, $"answer a client within {Minutes(rules)} working minutes"),
        ];
        var worth = ways.Where(way => way.Points > 0).ToList();
        return worth.Count == 0
            ? "The rules of today give no points for anything. An admin can change them: /medalist rules."
            : $"To score: {string.Join(", ", worth.Select((way, index) => Text(way, isFirst: index == 0)))}.";
    }

    private static string Text((int Points, string Way) way, bool isFirst) =>
        string.Create(CultureInfo.InvariantCulture, $"{way.Way} ({way.Points}{(isFirst ? " points" : "")})");

    private static string Minutes(PointRules rules) => rules.ReplyWithin.TotalMinutes.ToString(CultureInfo.InvariantCulture);
}
