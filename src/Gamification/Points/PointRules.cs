using NodaTime;

namespace Gamification.Points;

/// <summary>SPEC 4: points and limits. Every number is a setting.</summary>
/// <param name="QuotesADay">Scored quotes a person's local day.</param>
/// <param name="ReplyWithin">Working time, the bound itself counts.</param>
/// <param name="RepliesADay">Scored replies a person's local day.</param>
public sealed record PointRules(
    int Quote,
    int QuotesADay,
    int Deal,
    int Reply,
    Duration ReplyWithin,
    int FastReply,
    Duration FastReplyWithin,
    int RepliesAConversationADay,
    int RepliesADay,
    int ActiveDay
)
{
    public static PointRules Default { get; } = new(10, 10, 50, 5, Duration.FromMinutes(15), 8, Duration.FromMinutes(5), 3, 10, 5);

    /// <summary>The points of a reply before limits, by the working time it took.</summary>
    public int ForReply(Duration took) =>
        took <= FastReplyWithin ? FastReply
        : took <= ReplyWithin ? Reply
        : 0;
}
