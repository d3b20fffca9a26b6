using Bot.Explaining;

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
}
