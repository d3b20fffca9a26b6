using System.Reflection;
using Bot.Cards;
using Gamification.Points;
using NodaTime;

namespace Bot.Tests.Cards;

public sealed class LedgerWordsTests
{
    [Theory]
    [InlineData("scored", null)]
    [InlineData("limit.day:10", "The daily limit of 10 scored quotes is reached.")]
    [InlineData("limit.conversation:3", "3 answers of this conversation have scored that day.")]
    [InlineData("slow:900", "It took longer than 15 working minutes.")]
    [InlineData("some.later-code:7", "some later code 7")]
    public void A_reason_is_a_sentence(string reason, string? sentence) => Assert.Equal(sentence, LedgerWords.Why(reason));

    [Fact]
    public void Every_reason_of_the_engine_has_its_words()
    {
        var constants = typeof(Reasons)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);
        string[] counted =
        [
            Reasons.QuotesADay(10),
            Reasons.RepliesADay(10),
            Reasons.RepliesAConversation(3),
            Reasons.Slow(Duration.FromMinutes(15)),
        ];

        Assert.All(constants.Concat(counted), reason => Assert.True(LedgerWords.Why(reason) is null or [.., '.'], reason));
    }

    [Fact]
    public void Every_rule_of_the_engine_has_its_words()
    {
        var rules = typeof(RuleNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(rules, rule => Assert.True(char.IsUpper(LedgerWords.What(rule, 10)[0]), rule));
    }
}
