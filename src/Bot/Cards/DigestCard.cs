namespace Bot.Cards;

/// <summary>Posts that had to wait, told together: each of them in a line.</summary>
public static class DigestCard
{
    private const int LongestLine = 200;

    public static Card Compose(IReadOnlyList<Card> posts, ReaderFormat format) =>
        new(
            format.Count(posts.Count, $"{format.Number(posts.Count)} piece of news", $"{format.Number(posts.Count)} pieces of news"),
            [
                new CardPart.Explanation([.. posts.Select(Line)]),
                new CardPart.Text(
                    format.Say($"They had to wait: this channel was quiet, had enough for an hour, or could not be reached."),
                    Tone.Subtle
                ),
            ]
        );

    /// <summary>What was celebrated or who was called, else the title with its first words.</summary>
    private static string Line(Card post)
    {
        var news = post
            .Parts.Select(part =>
                part switch
                {
                    CardPart.Celebration celebration => $"{celebration.Emoji} {celebration.Headline}",
                    CardPart.Mention mention => $"{mention.Name} {mention.Words}",
                    _ => null,
                }
            )
            .OfType<string>()
            .ToList();
        var words = news.Count > 0 ? string.Join(", ", news) : $"{post.Title}{FirstWords(post)}";
        return CleanText.Fit(words, LongestLine);
    }

    private static string FirstWords(Card post) => post.Parts.OfType<CardPart.Text>().FirstOrDefault() is { } text ? $": {text.Value}" : "";
}
