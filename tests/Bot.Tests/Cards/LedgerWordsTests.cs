using System.Reflection;
using Bot.Cards;
using Gamification.Activities;
using Gamification.Points;
using NodaTime;
using Storage;

namespace Bot.Tests.Cards;

/// <summary>Everything that scores 0 or counts nowhere says why, with the number of the rules that decided.</summary>
public sealed class LedgerWordsTests
{
    [Theory]
    [InlineData("limit.day:10", "The daily limit of 10 scored quotes is reached.")]
    [InlineData("limit.day:7", "The daily limit of 7 scored quotes is reached.")]
    [InlineData("limit.deal-day", "Another quote of this deal has scored that day.")]
    [InlineData("limit.replies:10", "The daily limit of 10 scored answers is reached.")]
    [InlineData("limit.conversation:3", "3 answers of this conversation have scored that day.")]
    [InlineData("slow:900", "It took longer than 15 working minutes.")]
    [InlineData("slow:1800", "It took longer than 30 working minutes.")]
    [InlineData("no-points", "The rules of that day give no points for it.")]
    [InlineData("amount", "The amount of the deal changed.")]
    [InlineData("reversal", "It was reopened, voided or deleted.")]
    public void A_line_of_0_points_says_why(string reason, string sentence) =>
        Assert.Equal(sentence, LedgerWords.Why(reason, BoardScenes.Format()));

    [Theory]
    [InlineData(ActivityKind.QuoteSent, FactState.Superseded, "superseded", "This quote counts already; a quote scores once ever.")]
    [InlineData(
        ActivityKind.DealClosed,
        FactState.Superseded,
        "superseded",
        "Nothing new: the deal was closed like this already; a deal scores once."
    )]
    [InlineData(ActivityKind.DealClosed, FactState.Counted, "no-amount", "A win of 0 is no deal until its amount rises.")]
    [InlineData(
        ActivityKind.MessageReplied,
        FactState.Counted,
        "no-turn",
        "No client was waiting: a reply without a client's message before it is not measured."
    )]
    [InlineData(
        ActivityKind.MessageReplied,
        FactState.Counted,
        "other-owner",
        "The conversation was somebody else's, so the reply is not measured."
    )]
    [InlineData(ActivityKind.MessageReplied, FactState.Counted, "automatic", "An automatic reply: only what a human writes is measured.")]
    [InlineData(
        ActivityKind.QuoteSent,
        FactState.Listed,
        "inactive",
        "You were inactive when it came; activities of an inactive person score nothing."
    )]
    [InlineData(ActivityKind.DealClosed, FactState.Quarantined, "no-rate", "It waits for a rate of its currency; then it counts.")]
    [InlineData(
        ActivityKind.DealClosed,
        FactState.Quarantined,
        "unknown-currency",
        "It waits: its currency is none we know. An admin can see it."
    )]
    [InlineData(
        ActivityKind.QuoteSent,
        FactState.Quarantined,
        "too-old",
        "It was reported more than 35 days after it happened; it waits until a manager accepts it."
    )]
    [InlineData(ActivityKind.QuoteSent, FactState.Listed, "Test data.", "It was taken out of the inbox: “Test data.”.")]
    public void An_activity_without_a_line_says_why(ActivityKind kind, FactState state, string reason, string sentence) =>
        Assert.Equal(
            sentence,
            LedgerWords.Why(new UnscoredFact(new("crm", "e"), kind, state, reason, Instant.MinValue), BoardScenes.Format())
        );

    /// <summary>A code without words would be shown as a code.</summary>
    [Fact]
    public void Every_reason_of_the_engine_has_words()
    {
        foreach (var code in Codes(typeof(Reasons)))
            Assert.NotEqual(code.Replace('.', ' ').Replace('-', ' '), LedgerWords.Why(code, BoardScenes.Format()));

        foreach (var code in Codes(typeof(FactReasons)).Except([FactReasons.Late, FactReasons.Ahead, FactReasons.Imported]))
            Assert.EndsWith(
                ".",
                LedgerWords.Why(
                    new UnscoredFact(new("crm", "e"), ActivityKind.QuoteSent, FactState.Counted, code, default),
                    BoardScenes.Format()
                ),
                StringComparison.Ordinal
            );
    }

    private static IEnumerable<string> Codes(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetValue(null)!);
}
