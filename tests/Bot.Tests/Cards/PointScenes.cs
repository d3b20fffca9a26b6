using Bot.Cards;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;
using Storage;
using static Bot.Tests.Cards.BoardScenes;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Cards;

/// <summary>The worked day of SPEC 4, what counts nowhere, and the rules before and after a change.</summary>
internal static class PointScenes
{
    private static readonly Instant Morning = InstantPattern.General.Parse("2026-11-18T08:00:00Z").Value;
    private static readonly PointVersion Today = PointTimeline.Default.Newest;
    private static readonly PointVersion Tomorrow = new(
        2,
        new(2026, 11, 19),
        PointRules.Default with
        {
            Quote = 12,
            ReplyWithin = Duration.FromMinutes(30),
        }
    );

    public static Card WorkedDay =>
        PointsCard.Compose(
            new(DayLines, [], Period.Of(PeriodKind.Day, Paris.DayOf(Now)), new(PeriodKind.Day), Today, new(1, [])),
            Format()
        );

    public static IReadOnlyList<UnscoredFact> Unscored { get; } =
    [
        Fact(ActivityKind.QuoteSent, FactState.Superseded, FactReasons.Superseded),
        Fact(ActivityKind.MessageReplied, FactState.Counted, FactReasons.OtherOwner),
        Fact(ActivityKind.DealClosed, FactState.Counted, FactReasons.NoAmount),
        Fact(ActivityKind.DealClosed, FactState.Listed, "Test data, <!here> *sorry*"),
    ];

    public static Card Rules => RulesCard.Compose(Today, null, mayChange: false, said: null, Format());

    public static Card RulesComing => RulesCard.Compose(Today, Tomorrow, mayChange: true, said: null, Format());

    public static Card RulesSaved =>
        RulesCard.Compose(Today, Tomorrow, mayChange: true, RulesCard.Saved(Tomorrow, isNew: true, Format()), Format());

    private static IReadOnlyList<LedgerLine> DayLines =>
        [
            .. Enumerable.Repeat(Line(0, RuleNames.Reply, Reasons.RepliesADay(10)), 4),
            .. Enumerable.Repeat(Line(5, RuleNames.Reply, Reasons.Scored), 7),
            .. Enumerable.Repeat(Line(8, RuleNames.Reply, Reasons.Scored), 3),
            Line(50, RuleNames.Deal, Reasons.Scored),
            .. Enumerable.Repeat(Line(0, RuleNames.Quote, Reasons.QuotesADay(10)), 2),
            .. Enumerable.Repeat(Line(10, RuleNames.Quote, Reasons.Scored), 10),
            Line(5, RuleNames.ActiveDay, Reasons.Active),
        ];

    private static LedgerLine Line(long points, string rule, string reason) =>
        new(Morning, points, rule, reason, new("crm", "e"), EntityId.Deal("crm", "1"), 0, 0);

    private static UnscoredFact Fact(ActivityKind kind, FactState state, string reason) =>
        new(new("crm", reason), kind, state, reason, Morning);
}
