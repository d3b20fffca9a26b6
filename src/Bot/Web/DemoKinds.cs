using System.Globalization;
using Bot.Demo;

namespace Bot.Web;

/// <summary>What the demo's buttons let the CRM report.</summary>
internal static class DemoKinds
{
    public const string Quote = "quote";
    public const string Reply = "reply";
    public const string Deal = "deal";

    /// <summary>Answered in time for the points of the fastest replies.</summary>
    private static readonly TimeSpan ReplyTime = TimeSpan.FromMinutes(4);

    /// <summary>Null when the kind is none of ours, or the amount is no amount.</summary>
    public static IReadOnlyList<CrmEvent>? Of(string kind, string amount, string owner, DateTimeOffset now)
    {
        var id = $"page-{Guid.NewGuid():N}";
        return (kind, AmountOf(amount)) switch
        {
            (Quote, _) => [CrmEvent.Quote($"{id}-q", now, owner, $"{id}-d")],
            (Deal, { } money) => [CrmEvent.Won($"{id}-w", now, owner, $"{id}-d", money)],
            (Reply, _) =>
            [
                CrmEvent.Received($"{id}-m", now - ReplyTime, owner, $"{id}-c"),
                CrmEvent.Replied($"{id}-r", now, owner, $"{id}-c"),
            ],
            _ => null,
        };
    }

    /// <summary>Positive, at most two decimals; comma and point both separate them.</summary>
    private static decimal? AmountOf(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount is > 0 and <= 100_000_000
        && decimal.Round(amount, 2) == amount
            ? amount
            : null;
}
