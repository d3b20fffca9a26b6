using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Cards;
using Bot.Tests.Architecture;
using Bot.Tests.Cards;
using Bot.Texts;

namespace Bot.Tests.Texts;

/// <summary>In a language whose every sentence stands in brackets, a word outside of them was never said.</summary>
public sealed partial class UntranslatedTests
{
    private static readonly Language Bracketed = Language.English with { Name = "qps", Find = key => $"⟦{key.Split('|')[0]}⟧" };

    private static readonly Lazy<IReadOnlyDictionary<string, Card>> Cards = new(() => ComposedCards.In(Bracketed));

    /// <summary>What is addressed to a machine.</summary>
    private static readonly string[] Addresses = ["Command", "Id", "Path", "User", "EqualityContract"];

    /// <summary>Words that are the same in every language: zones, currencies, tiers, platforms, and what the culture writes.</summary>
    private static readonly HashSet<string> Known = WordsIn(
        """
        English Português Brasil Español crm standard hubspot Europe Paris Lisbon EUR USD CHF Medalist Slack Teams Base Super Mega min
        Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        January February March April May June July August September October November December
        """
    );

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
    public void Every_word_of_a_card_is_said_in_the_language_of_its_reader(string card) => Assert.Empty(English(card));

    private static IEnumerable<string> English(string card) =>
        Texts(Cards.Value[card])
            .Select(text =>
                (text, Left: Outside(Typed.Aggregate(text, (rest, typed) => rest.Replace(typed, " ", StringComparison.Ordinal))))
            )
            .Where(said => Word.Matches(said.Left).Any(word => !Known.Contains(word.Value)))
            .Select(said => said.text)
            .Distinct();

    private static HashSet<string> WordsIn(string text) => [.. Word.Matches(text).Select(word => word.Value)];

    /// <summary>Brackets may stand within each other: a sentence is put into the hole of another. Commands are called so everywhere.</summary>
    private static string Outside(string text)
    {
        while (Innermost.Replace(text, " ") is var shorter && shorter != text)
            text = shorter;

        return text;
    }

    private static IEnumerable<string> Texts(object? of) =>
        of switch
        {
            null or Language or Enum => [],
            string text => [text],
            IEnumerable many => many.Cast<object>().SelectMany(Texts),
            _ when of.GetType().Namespace?.StartsWith("Bot", StringComparison.Ordinal) is true => of.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => !Addresses.Contains(property.Name, StringComparer.Ordinal) && property.GetIndexParameters().Length == 0)
                .SelectMany(property => Texts(property.GetValue(of))),
            _ => [],
        };

    [GeneratedRegex("⟦[^⟦⟧]*⟧|/[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Innermost { get; }

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\n]|\\\\.)*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal { get; }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole { get; }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}
