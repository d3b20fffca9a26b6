using System.Globalization;

namespace Bot.Texts;

/// <summary>
/// A language the product speaks. The English sentence stands in the code and is its own key, so English has no file:
/// <list type="number">
/// <item>Write <c>format.Say($"{name} reached {tier}")</c>, and <c>format.Count(n, $"{n} badge", $"{n} badges")</c> where a number decides.</item>
/// <item>Say whole sentences, one for each case; what is put into a hole is a name, a figure, another kept sentence, or was said in the same language before.</item>
/// <item>In a table, keep a <see cref="FormattableString"/> and say it where the reader is known.</item>
/// <item>Add the key <c>{0} reached {1}</c> to a file of this folder in each language, the holes in any order. One English word of two
/// meanings is told apart by a second word: <c>Say($"None", "team")</c> has the key <c>None|team</c>.</item>
/// <item>The test of the texts names what is missing, unused or has other holes.</item>
/// </list>
/// </summary>
/// <param name="Name">As settings name it: <c>pt-BR</c>.</param>
/// <param name="ForEveryone">How numbers and dates are written where a whole channel reads them.</param>
/// <param name="IsOne">Which counts take the words of one.</param>
/// <param name="Find">The translation of a key; null where there is none, then it is said in English.</param>
public sealed record Language(string Name, CultureInfo ForEveryone, Func<long, bool> IsOne, Func<string, string?> Find)
{
    public static Language English { get; } = new("en", CultureInfo.GetCultureInfo("en-GB"), count => count == 1, _ => null);

    /// <summary>Nothing is one too: <c>0 medalha</c>.</summary>
    public static Language Portuguese { get; } =
        new("pt-BR", CultureInfo.GetCultureInfo("pt-BR"), count => count is 0 or 1, Translations.Read("pt-BR").GetValueOrDefault);

    public static Language Spanish { get; } =
        new("es", CultureInfo.GetCultureInfo("es-ES"), count => count == 1, Translations.Read("es").GetValueOrDefault);

    /// <summary>
    /// For who tests: every sentence stands in brackets, so that a word outside of them was never said. It is spoken to a reader of the
    /// locale <c>qps-ploc</c>, who is nobody, and cannot be chosen.
    /// </summary>
    public static Language Bracketed { get; } = English with { Name = "qps-ploc", Find = key => $"⟦{key.Split('|')[0]}⟧" };

    public static IReadOnlyList<Language> All { get; } = [English, Portuguese, Spanish];

    /// <summary>Null where the product does not speak it.</summary>
    public static Language? Named(string name) =>
        All.FirstOrDefault(language => language.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a reader of a culture is spoken to in: any Portuguese, any Spanish, else English.</summary>
    public static Language Of(CultureInfo culture) =>
        culture.Name.Equals(Bracketed.Name, StringComparison.OrdinalIgnoreCase)
            ? Bracketed
            : All.FirstOrDefault(language => language.ForEveryone.TwoLetterISOLanguageName == culture.TwoLetterISOLanguageName) ?? English;

    /// <param name="culture">For figures that stand in the sentence as they are.</param>
    /// <param name="meaning">Tells two meanings of the same English words apart.</param>
    public string Say(FormattableString sentence, CultureInfo culture, string? meaning = null) =>
        string.Format(
            culture,
            Find(KeyOf(sentence.Format, meaning)) ?? sentence.Format,
            [.. sentence.GetArguments().Select(filling => filling is FormattableString words ? Say(words, culture) : filling)]
        );

    /// <summary>A sentence without figures of its own.</summary>
    public string Say(FormattableString sentence) => Say(sentence, CultureInfo.InvariantCulture);

    public static string KeyOf(string sentence, string? meaning) => meaning is null ? sentence : $"{sentence}|{meaning}";
}
