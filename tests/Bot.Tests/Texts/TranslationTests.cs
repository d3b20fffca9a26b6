using System.Text.RegularExpressions;
using Bot.Texts;

namespace Bot.Tests.Texts;

/// <summary>Every sentence of the code has its words in each language, and nothing else has.</summary>
public sealed partial class TranslationTests
{
    public static TheoryData<string> Languages => [.. Language.All.Where(language => language != Language.English).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_sentence_is_left_untranslated(string language) => Assert.Empty(Sentences.Keys.Except(Of(language).Keys).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_translation_is_left_of_a_sentence_that_is_gone(string language) =>
        Assert.Empty(Of(language).Keys.Except(Sentences.Keys).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_translation_has_words_and_the_holes_of_its_sentence(string language) =>
        Assert.DoesNotContain(Of(language), text => text.Value.Length == 0 || !Holes(text.Key).SetEquals(Holes(text.Value)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_translation_begins_and_ends_like_its_sentence(string language) =>
        Assert.DoesNotContain(Of(language), text => Edges(text.Key.Split('|')[0]) != Edges(text.Value));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_sentence_is_translated_in_one_file_only(string language) =>
        Assert.Empty(
            Translations
                .AreasOf(language)
                .SelectMany(Translations.Area)
                .GroupBy(text => text.Key)
                .Where(texts => texts.Count() > 1)
                .Select(texts => texts.Key)
        );

    [Fact]
    public void Sentences_are_found_wherever_they_are_kept_and_values_for_machines_are_not() =>
        Assert.Equal(
            ["Cast {0}", "Kept {0:0.0}", "None|team", "{0} reached {1}", "{{braces}}"],
            Sentences
                .In(
                    [
                        """
                        using static System.FormattableString;
                        class Sample
                        {
                            static string Say(FormattableString text, string meaning = null) => "";
                            static readonly FormattableString Kept = $"Kept {1.5:0.0}";
                            static readonly FormattableString Wordless = $"{1} %";
                            static FormattableString Cast(bool a) => a ? (FormattableString)$"Cast {a}" : Kept;
                            static readonly FormattableString Braces = $"{{braces}}";
                            string Words(string a, string b, Sample s) =>
                                Say($"{a} reached {b}") + s.Say($"None", "team") + $"key:{a}" + Invariant($"{a}");
                        }
                        """,
                    ],
                    "Sample"
                )
                .Order(StringComparer.Ordinal)
        );

    private static Dictionary<string, string> Of(string language) =>
        Translations
            .AreasOf(language)
            .SelectMany(Translations.Area)
            .DistinctBy(text => text.Key)
            .ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static HashSet<string> Holes(string text) => [.. Hole.Matches(text).Select(hole => hole.Value)];

    /// <summary>Blanks at its ends and the mark that ends it, which a neighbour relies on.</summary>
    private static (bool, bool, char) Edges(string text) =>
        (text.StartsWith(' '), text.EndsWith(' '), text[^1] is '.' or ':' or '?' or '!' or '…' ? text[^1] : ' ');

    [GeneratedRegex(@"(?<!\{)\{\d+[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole { get; }
}
