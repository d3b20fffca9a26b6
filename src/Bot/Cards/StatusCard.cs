namespace Bot.Cards;

/// <summary>What waits for an admin.</summary>
/// <param name="Quarantined">Activities that wait for a person, a rate or a word.</param>
/// <param name="WithoutRate">Those of them that wait for a rate.</param>
public sealed record StatusCounts(int Quarantined, int WithoutRate, int Pending, int Failed, int Unconfirmed)
{
    /// <summary>Platforms and channels that nothing is posted to, a sentence each.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}

public static class StatusCard
{
    /// <param name="most">A count this high means at least so many.</param>
    public static Card Compose(StatusCounts counts, int most, ReaderFormat format)
    {
        string Text(int count) => count < most ? format.Number(count) : $"{format.Number(most)}+";
        return new(
            format.Say($"Status"),
            [
                counts is { Quarantined: 0, Failed: 0, Unconfirmed: 0, Troubles: [] }
                    ? new CardPart.Text(format.Say($"Nothing waits for you."), Tone.Good)
                    : new CardPart.Text(format.Say($"Some things wait for you: the API lists them."), Tone.Warning),
                .. counts.Troubles.Select(trouble => new CardPart.Text(trouble, Tone.Warning)),
                new CardPart.Facts([
                    new(format.Say($"Activities in quarantine"), Text(counts.Quarantined)),
                    .. counts.WithoutRate == 0 ? [] : new Fact[] { new(format.Say($"of them without a rate"), Text(counts.WithoutRate)) },
                    new(format.Say($"Announcements on their way"), Text(counts.Pending)),
                    new(format.Say($"Announcements refused"), Text(counts.Failed)),
                    new(format.Say($"Announcements unconfirmed"), Text(counts.Unconfirmed)),
                ]),
                new CardPart.Text(format.Say($"GET /api/v1/quarantine and GET /api/v1/announcements say what and why."), Tone.Subtle),
            ]
        );
    }
}
