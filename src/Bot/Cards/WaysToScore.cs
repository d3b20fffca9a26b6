using Gamification.Points;

namespace Bot.Cards;

/// <summary>What to do to appear on a board.</summary>
public static class WaysToScore
{
    public static string Of(BoardBy by, PointRules rules) =>
        by switch
        {
            BoardBy.Revenue => "Win a deal with an amount to appear here.",
            BoardBy.Deals => "Win a deal to appear here.",
            BoardBy.Quotes => "Send a quote to appear here.",
            _ => $"To score: send a quote ({rules.Quote} points), win a deal ({rules.Deal}), "
                + $"answer a client within {rules.ReplyWithin.TotalMinutes} working minutes ({rules.Reply}).",
        };
}
