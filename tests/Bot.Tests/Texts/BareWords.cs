using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Bot.Tests.Texts;

/// <summary>What is left of texts outside of the brackets of <see cref="Bot.Texts.Language.Bracketed"/>: words that were never said.</summary>
internal static partial class BareWords
{
    /// <summary>What is addressed to a machine, and what a person typed.</summary>
    private static readonly string[] Addresses = ["Command", "Id", "Path", "User", "State", "Field", "Typed", "EqualityContract"];

    /// <summary>Words that are the same in every language: zones, currencies, tiers, platforms, and what the culture writes.</summary>
    private static readonly HashSet<string> Known = Of(
        """
        English Português Brasil Español crm standard hubspot Europe Paris Lisbon UTC EUR USD CHF Medalist Slack Teams Base Super Mega min
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        January February March April May June July August September October November December
        """
    );

    /// <summary>The texts that have such words.</summary>
    /// <param name="of">A card, a form, or texts.</param>
    /// <param name="names">Names and typed words that may stand in them, the longest first.</param>
    public static IEnumerable<string> In(object of, IReadOnlyList<string> names) =>
        Texts(of)
            .Where(text =>
                Of(Outside(names.Aggregate(text, (rest, name) => rest.Replace(name, " ", StringComparison.Ordinal)))).Except(Known).Any()
            )
            .Distinct();

    private static HashSet<string> Of(string text) => [.. Word.Matches(text).Select(word => word.Value)];

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
            null or Bot.Texts.Language or Enum => [],
            string text => [text],
            IEnumerable many => many.Cast<object>().SelectMany(Texts),
            _ when of.GetType().Namespace?.StartsWith("Bot", StringComparison.Ordinal) is true => of.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => !Addresses.Contains(property.Name, StringComparer.Ordinal) && property.GetIndexParameters().Length == 0)
                .Where(property => of is not Bot.Forms.Field || property.Name is not nameof(Bot.Forms.Field.Value))
                .SelectMany(property => Texts(property.GetValue(of))),
            _ => [],
        };

    [GeneratedRegex("⟦[^⟦⟧]*⟧|/[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Innermost { get; }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}
