using System.Collections;
using System.Collections.Frozen;
using System.Resources;
using System.Text;

namespace Bot.Texts;

/// <summary>What the files of this folder say, by English key. <c>Cards.es.resx</c> has the area Cards in Spanish.</summary>
public static class Translations
{
    private const string Prefix = "Texts.";
    private const string Suffix = ".resources";

    /// <summary>All areas of a language as one. What cannot be filled in is left out, so that its sentence is said in English.</summary>
    public static FrozenDictionary<string, string> Read(string language) =>
        AreasOf(language)
            .SelectMany(Area)
            .Where(text => CanBeFilled(text.Key, text.Value))
            .DistinctBy(text => text.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names by which the files of a language are embedded.</summary>
    public static IEnumerable<string> AreasOf(string language) =>
        typeof(Translations)
            .Assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith($".{language}{Suffix}", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    /// <param name="name">One of <see cref="AreasOf"/>.</param>
    public static IEnumerable<KeyValuePair<string, string>> Area(string name)
    {
        using var reader = new ResourceReader(typeof(Translations).Assembly.GetManifestResourceStream(name)!);
        foreach (DictionaryEntry entry in reader)
            yield return new((string)entry.Key, (string?)entry.Value ?? "");
    }

    private static bool CanBeFilled(string key, string text) =>
        text.Length > 0 && HolesIn(text) is { } holes && holes <= (HolesIn(key) ?? 0);

    /// <summary>How many values a text asks for; null where its braces are wrong.</summary>
    private static int? HolesIn(string text)
    {
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
