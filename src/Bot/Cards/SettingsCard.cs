namespace Bot.Cards;

/// <summary>What a person decides for themselves.</summary>
public static class SettingsCard
{
    /// <param name="unknown">Words that were no setting; null when all were understood.</param>
    public static Card Compose(bool hints, bool isChanged, string? unknown, ReaderFormat format) =>
        new(
            format.Say($"Your settings"),
            [
                .. Opening(isChanged, unknown, format),
                new CardPart.Facts([
                    new(format.Say($"Hints"), hints ? format.Say($"on, at most one a day, only to you") : format.Say($"off")),
                ]),
                new CardPart.Text(
                    format.Say($"When a badge is near, and at half time when a goal of yours is less than half done."),
                    Tone.Subtle
                ),
                new CardPart.Buttons([
                    hints
                        ? new(format.Say($"Switch hints off"), "medalist settings hints off")
                        : new(format.Say($"Switch hints on"), "medalist settings hints on"),
                ]),
            ]
        );

    private static IEnumerable<CardPart> Opening(bool isChanged, string? unknown, ReaderFormat format)
    {
        if (isChanged)
            yield return new CardPart.Text(format.Say($"Saved."), Tone.Good);
        if (unknown is not null)
            yield return new CardPart.Text(
                format.Say($"“{CleanText.Of(unknown, 40)}” is no setting. Type “/medalist settings hints on” or “… off”."),
                Tone.Warning
            );
    }
}
