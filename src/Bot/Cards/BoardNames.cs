using Gamification;
using Gamification.People;
using Storage;

namespace Bot.Cards;

/// <summary>How people are called on cards.</summary>
public static class BoardNames
{
    private const int Longest = 40;

    /// <summary>By name to oneself, to others as the person chose.</summary>
    public static string Of(BoardRow row, PersonId? reader = null) =>
        row.Person == reader ? Clean(row.Name) : ToOthers(row.Name, row.Alias, row.Publicity);

    public static string ToOthers(PersonView person) => ToOthers(person.Name, person.Alias, person.Publicity);

    public static string Clean(string name) => CleanText.Of(name, Longest);

    private static string ToOthers(string name, string? alias, Publicity publicity) =>
        publicity is Publicity.Alias ? Clean(alias ?? "Somebody") : Clean(name);
}
