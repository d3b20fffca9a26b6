using Bot.Commands;
using Bot.Explaining;
using Storage;

namespace Bot.Cards;

/// <summary>An explanation, sentence by sentence.</summary>
public static class WhyCard
{
    public static Card Compose(WhyAnswer answer) =>
        new(
            answer.Title,
            [
                new CardPart.Explanation(answer.Sentences),
                .. answer.Next.Count > 0 ? [new CardPart.Buttons(answer.Next)] : Array.Empty<CardPart>(),
            ]
        );

    /// <summary>It is asked of somebody, and not clear of whom.</summary>
    /// <param name="people">Who may have been meant.</param>
    public static Card Whom(TypedName name, IReadOnlyList<PersonView> people, ReaderFormat format)
    {
        var (who, rest) = name.Shortest;
        return new(
            people.Count > 0 ? format.Say($"Who is meant?") : format.Say($"Nobody we know"),
            [
                new CardPart.Text(
                    people.Count > 0
                        ? format.Say($"“{CleanText.Of(who, 40)}” may be one of these. Choose one:")
                        : format.Say($"Nobody is called “{CleanText.Of(who, 40)}”. Try a whole name, an email, or a mention.")
                ),
                new CardPart.Buttons([
                    .. people.Select(person => new Button(
                        BoardNames.ToOthers(person, format),
                        string.Join(' ', new[] { "why", rest, Cabinet.KeyOf(person) }.Where(word => word.Length > 0))
                    )),
                    new(format.Say($"Latest activities"), "why activity"),
                ]),
            ]
        );
    }
}
