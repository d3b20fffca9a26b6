using System.Collections.Frozen;

namespace Bot.Cards;

/// <summary>What the badges of the product are called and say of themselves; those of a company have the words it gave them.</summary>
internal static class DefaultBadgeWords
{
    private static readonly FrozenDictionary<string, FormattableString> Words = new FormattableString[]
    {
        $"First Sale",
        $"Opening Move",
        $"Quote Machine",
        $"Closer",
        $"Fast Hands",
        $"Speed Demon",
        $"Sprint Finish",
        $"Perfect Week",
        $"Streak Master",
        $"Goal Getter",
        $"Big Fish",
        $"Rainmaker",
        $"Target Breaker",
        $"Million Club",
        $"The first quote is out.",
        $"The first deal is won.",
        $"A hundred different quotes.",
        $"Twenty-five deals won.",
        $"18 of the last 20 replies within 15 working minutes.",
        $"18 of the last 20 replies within 5 working minutes.",
        $"Five deals won within seven days of their first quote.",
        $"Active on every scheduled working day of a week that has at least three.",
        $"Active on 20 scheduled working days in a row.",
        $"A personal goal completed in each of four weeks in a row.",
        $"One deal of at least 25 revenue units.",
        $"100 revenue units in all.",
        $"A monthly revenue goal reached in full.",
        $"1,000 revenue units in all.",
    }.ToFrozenDictionary(words => words.Format, StringComparer.Ordinal);

    /// <param name="words">As the catalogue has them in English.</param>
    public static string Of(string words, ReaderFormat format) => Words.TryGetValue(words, out var known) ? format.Say(known) : words;
}
