using Gamification.Badges;
using Storage;

namespace Bot.Cards;

/// <summary>What is said where no badge can be shown, and what to do.</summary>
public static class BadgeSituations
{
    public static Card NotLinked { get; } =
        new(
            "Nobody we know",
            [
                new CardPart.Text("This chat account is not linked to a person of the game. Type the name instead: “/badges ana alvarez”."),
                new CardPart.Buttons([new("My badges", "badges")]),
            ]
        );

    public static Card SwitchedOff(Badge badge) =>
        new(
            BadgeWords.Name(badge),
            [
                new CardPart.Text("An admin switched this badge off, so nobody can earn it now. Whoever holds it keeps it."),
                new CardPart.Buttons([new("My badges", "badges")]),
            ]
        );

    /// <param name="near">Badges that may have been meant.</param>
    /// <param name="people">People who may have been meant.</param>
    public static Card NotFound(string words, IReadOnlyList<Badge> near, IReadOnlyList<PersonView> people) =>
        new(
            people.Count > 0 ? "Who is meant?" : "No such badge or person",
            [
                new CardPart.Text(
                    people.Count + near.Count > 0
                        ? $"“{CleanText.Of(words, 40)}” is not one badge or person. Choose one:"
                        : $"There is no badge and no person called “{CleanText.Of(words, 40)}”. Try a whole name, an email, or a mention."
                ),
                new CardPart.Buttons([
                    .. people.Select(person => new Button(Label(person), $"badges {Cabinet.KeyOf(person)}")),
                    .. near.Select(badge => new Button(BadgeWords.Name(badge), $"badges {badge.Id}")),
                    new("My badges", "badges"),
                ]),
            ]
        );

    /// <summary>With the team, where names may be the same.</summary>
    private static string Label(PersonView person) =>
        person.Team is { } team
            ? $"{CleanText.Of(BoardNames.ToOthers(person), 24)} · {CleanText.Of(team.Name, 12)}"
            : CleanText.Of(BoardNames.ToOthers(person), 30);
}
