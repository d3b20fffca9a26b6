namespace Bot.Cards;

/// <summary>What waits for an admin.</summary>
/// <param name="Quarantined">Activities that wait for a person, a rate or a word.</param>
/// <param name="WithoutRate">Those of them that wait for a rate.</param>
public sealed record StatusCounts(int Quarantined, int WithoutRate, int Pending, int Failed, int Unconfirmed);

public static class StatusCard
{
    /// <param name="most">A count this high means at least so many.</param>
    public static Card Compose(StatusCounts counts, int most, ReaderFormat format)
    {
        string Text(int count) => count < most ? format.Number(count) : $"{format.Number(most)}+";
        return new(
            "Status",
            [
                counts is { Quarantined: 0, Failed: 0, Unconfirmed: 0 }
                    ? new CardPart.Text("Nothing waits for you.", Tone.Good)
                    : new CardPart.Text("Some things wait for you: the API lists them.", Tone.Warning),
                new CardPart.Facts([
                    new("Activities in quarantine", Text(counts.Quarantined)),
                    .. counts.WithoutRate == 0 ? [] : new Fact[] { new("of them without a rate", Text(counts.WithoutRate)) },
                    new("Announcements on their way", Text(counts.Pending)),
                    new("Announcements refused", Text(counts.Failed)),
                    new("Announcements unconfirmed", Text(counts.Unconfirmed)),
                ]),
                new CardPart.Text("GET /api/v1/quarantine and GET /api/v1/announcements say what and why.", Tone.Subtle),
            ]
        );
    }
}
