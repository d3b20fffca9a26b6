using Bot.Commands;

namespace Bot.Tests.Commands;

public sealed class PersonMentionTests
{
    [Theory]
    [InlineData("<@u012ab3cd>", "u012ab3cd", null, "")]
    [InlineData("<@U012AB3CD|ana maria> first sale", "U012AB3CD", null, "first sale")]
    [InlineData("first sale <@u012ab3cd|ana>", "u012ab3cd", null, "first sale")]
    [InlineData("person:ana.b@example.com closer", null, "ana.b@example.com", "closer")]
    public void A_mention_is_found_wherever_it_stands(string line, string? user, string? person, string rest)
    {
        var found = PersonMention.In(line);

        Assert.Equal((new PersonMention(user, person), rest), found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@ana")]
    [InlineData("<@>")]
    [InlineData("<!channel>")]
    [InlineData("superperson:ana")]
    [InlineData("<@u1 u2>")]
    public void Anything_else_is_words(string line) => Assert.Null(PersonMention.In(line));
}
