using Gamification;
using Gamification.People;
using Storage;

namespace Bot.Cards;

/// <summary>How people are called on cards.</summary>
public static class BoardNames
{
    private const int Longest = 40;

    /// <summary>In UTF-16 units: a full board of names that are all emoji still fits into a card of Teams.</summary>
    private const int Widest = 48;

    /// <summary>By name to oneself, to others as the person chose.</summary>
    public static string Of(BoardRow row, ReaderFormat format, PersonId? reader = null) =>
        row.Person == reader ? Clean(row.Name) : ToOthers(row.Name, row.Alias, row.Publicity, format);

    public static string ToOthers(PersonView person, ReaderFormat format) => ToOthers(person.Name, person.Alias, person.Publicity, format);

    public static string Clean(string name) => CleanText.Fit(CleanText.Of(name, Longest), Widest);

    private static string ToOthers(string name, string? alias, Publicity publicity, ReaderFormat format) =>
        publicity is Publicity.Alias ? Clean(alias ?? format.Say($"Somebody")) : Clean(name);
}
