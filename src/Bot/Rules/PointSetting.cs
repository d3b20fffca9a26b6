using Gamification.Points;
using NodaTime;

namespace Bot.Rules;

/// <summary>One number of the point rules: how it is called everywhere, and what it may be.</summary>
/// <param name="Name">In the API and, with a capital, in configuration: <c>quoteSent</c>, <c>Points__QuoteSent</c>.</param>
/// <param name="Label">In forms and on cards.</param>
public sealed record PointSetting(
    string Name,
    FormattableString Label,
    int Least,
    int Most,
    Func<PointRules, int> Of,
    Func<PointRules, int, PointRules> With
);

/// <summary>Every number of SPEC 4 that an admin may set.</summary>
public static class PointSettings
{
    public const string ReplyMinutes = "replyMinutes";
    public const string FastReplyMinutes = "fastReplyMinutes";
    private const int MostPoints = 10_000;
    private const int MostTimes = 1_000;
    private const int MostMinutes = 7 * 24 * 60;

    public static IReadOnlyList<PointSetting> All { get; } =
    [
        new("quoteSent", $"Points for a quote", 0, MostPoints, rules => rules.Quote, (rules, value) => rules with { Quote = value }),
        new(
            "quotesPerDay",
            $"Scored quotes a day",
            0,
            MostTimes,
            rules => rules.QuotesADay,
            (rules, value) => rules with { QuotesADay = value }
        ),
        new("dealWon", $"Points for a won deal", 0, MostPoints, rules => rules.Deal, (rules, value) => rules with { Deal = value }),
        new(
            "activeDay",
            $"Points for an active day",
            0,
            MostPoints,
            rules => rules.ActiveDay,
            (rules, value) => rules with { ActiveDay = value }
        ),
        new("reply", $"Points for an answer in time", 0, MostPoints, rules => rules.Reply, (rules, value) => rules with { Reply = value }),
        new(
            ReplyMinutes,
            $"In time: working minutes",
            1,
            MostMinutes,
            rules => MinutesOf(rules.ReplyWithin),
            (rules, value) => rules with { ReplyWithin = Duration.FromMinutes(value) }
        ),
        new(
            "fastReply",
            $"Points for a fast answer",
            0,
            MostPoints,
            rules => rules.FastReply,
            (rules, value) => rules with { FastReply = value }
        ),
        new(
            FastReplyMinutes,
            $"Fast: working minutes",
            1,
            MostMinutes,
            rules => MinutesOf(rules.FastReplyWithin),
            (rules, value) => rules with { FastReplyWithin = Duration.FromMinutes(value) }
        ),
        new(
            "repliesPerConversation",
            $"Scored answers a day in one conversation",
            0,
            MostTimes,
            rules => rules.RepliesAConversationADay,
            (rules, value) => rules with { RepliesAConversationADay = value }
        ),
        new(
            "repliesPerDay",
            $"Scored answers a day",
            0,
            MostTimes,
            rules => rules.RepliesADay,
            (rules, value) => rules with { RepliesADay = value }
        ),
    ];

    public static PointSetting Find(string name) => All.First(setting => setting.Name == name);

    public static int MinutesOf(Duration within) => (int)within.TotalMinutes;
}
