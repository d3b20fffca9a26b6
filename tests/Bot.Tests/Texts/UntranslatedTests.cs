using System.Text.RegularExpressions;
using Bot.Cards;
using Bot.Tests.Architecture;
using Bot.Tests.Cards;
using Bot.Texts;

namespace Bot.Tests.Texts;

/// <summary>In a language whose every sentence stands in brackets, a word outside of them was never said.</summary>
public sealed partial class UntranslatedTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, Card>> Cards = new(() => ComposedCards.In(Language.Bracketed));

    /// <summary>What the scenes themselves say are names and typed words, the longest first.</summary>
    private static readonly IReadOnlyList<string> Typed =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Cards"), "*.cs", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Explaining", "Stories.cs"))
            .SelectMany(file => Literal.Matches(File.ReadAllText(file)).Select(text => text.Groups["text"].Value))
            .SelectMany(text => Hole.Split(text).Append(text))
            .Select(text => text.Trim())
            .Where(text => text.Any(letter => char.IsUpper(letter) || !char.IsLetter(letter)))
            .Distinct()
            .OrderByDescending(text => text.Length),
    ];

    /// <summary>Composed in a language of their own.</summary>
    private static readonly string[] Own = ["channel-set-pt", "digest-es"];

    public static TheoryData<string> Names => [.. ComposedCards.All.Keys.Except(Own)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_of_a_card_is_said_in_the_language_of_its_reader(string card) =>
        Assert.Empty(BareWords.In(Cards.Value[card], Typed));

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\n]|\\\\.)*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal { get; }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole { get; }
}
