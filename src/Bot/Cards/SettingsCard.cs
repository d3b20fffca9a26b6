namespace Bot.Cards;

/// <summary>What a person decides for themselves.</summary>
public static class SettingsCard
{
    /// <param name="unknown">Words that were no setting; null when all were understood.</param>
    public static Card Compose(bool hints, bool isChanged, string? unknown) =>
        new(
            "Your settings",
            [
                .. Opening(isChanged, unknown),
                new CardPart.Facts([new("Hints", hints ? "on, at most one a day, only to you" : "off")]),
                new CardPart.Text("When a badge is near, and at half time when a goal of yours is less than half done.", Tone.Subtle),
                new CardPart.Buttons([
                    hints ? new("Switch hints off", "medalist settings hints off") : new("Switch hints on", "medalist settings hints on"),
                ]),
            ]
        );

    private static IEnumerable<CardPart> Opening(bool isChanged, string? unknown)
    {
        if (isChanged)
            yield return new CardPart.Text("Saved.", Tone.Good);
        if (unknown is not null)
            yield return new CardPart.Text(
                $"“{CleanText.Of(unknown, 40)}” is no setting. Type “/medalist settings hints on” or “… off”.",
                Tone.Warning
            );
    }
}
