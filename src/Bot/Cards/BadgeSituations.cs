using Gamification.Badges;
using Storage;

namespace Bot.Cards;

/// <summary>What is said where no badge can be shown, and what to do.</summary>
public static class BadgeSituations
{
    public static Card NotLinked(ReaderFormat format) =>
        new(
            format.Say($"Nobody we know"),
            [
                new CardPart.Text(
                    format.Say($"This chat account is not linked to a person of the game. Type the name instead: “/badges ana alvarez”.")
                ),
                new CardPart.Buttons([new(format.Say($"My badges"), "badges")]),
            ]
        );

    public static Card SwitchedOff(Badge badge, ReaderFormat format) =>
        new(
            BadgeWords.Name(badge, format),
            [
                new CardPart.Text(format.Say($"An admin switched this badge off, so nobody can earn it now. Whoever holds it keeps it.")),
                new CardPart.Buttons([new(format.Say($"My badges"), "badges")]),
            ]
        );

    /// <param name="near">Badges that may have been meant.</param>
    /// <param name="people">People who may have been meant.</param>
    public static Card NotFound(string words, IReadOnlyList<Badge> near, IReadOnlyList<PersonView> people, ReaderFormat format) =>
        new(
            people.Count > 0 ? format.Say($"Who is meant?") : format.Say($"No such badge or person"),
            [
                new CardPart.Text(
                    people.Count + near.Count > 0
                        ? format.Say($"“{CleanText.Of(words, 40)}” is not one badge or person. Choose one:")
                        : format.Say(
                            $"There is no badge and no person called “{CleanText.Of(words, 40)}”. Try a whole name, an email, or a mention."
                        )
                ),
                new CardPart.Buttons([
                    .. people.Select(person => new Button(Label(person, format), $"badges {Cabinet.KeyOf(person)}")),
                    .. near.Select(badge => new Button(BadgeWords.Name(badge, format), $"badges {badge.Id}")),
                    new(format.Say($"My badges"), "badges"),
                ]),
            ]
        );

    /// <summary>With the team, where names may be the same.</summary>
    private static string Label(PersonView person, ReaderFormat format) =>
        person.Team is { } team
            ? $"{CleanText.Of(BoardNames.ToOthers(person, format), 24)} · {CleanText.Of(team.Name, 12)}"
            : CleanText.Of(BoardNames.ToOthers(person, format), 30);
}
