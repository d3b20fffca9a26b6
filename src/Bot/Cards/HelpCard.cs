namespace Bot.Cards;

/// <summary>What can be asked for; also the answer to whatever was not understood.</summary>
public static class HelpCard
{
    /// <param name="unknown">The word that is no command; null when help was asked for.</param>
    /// <param name="nearest">The command that was probably meant.</param>
    public static Card Compose(IReadOnlyList<CommandRow> commands, string? unknown, string? nearest, ReaderFormat format) =>
        new(
            "Medalist",
            [.. Opening(unknown, nearest, format), new CardPart.Commands(commands), new CardPart.Text(Hint(format), Tone.Subtle)]
        );

    /// <summary>The choices of one command, after words that are none of them.</summary>
    public static Card Subcommands(string command, string usage, string words, ReaderFormat format) =>
        new(
            "Medalist",
            [
                new CardPart.Text(format.Say($"“{CleanText.Of(words, 40)}” is nothing /{command} knows.")),
                new CardPart.Commands([new($"/{command} {usage}", format.Say($"One of these"))]),
                new CardPart.Buttons([new(format.Say($"Help"), $"{command} help")]),
            ]
        );

    private static string Hint(ReaderFormat format) =>
        format.Say($"Words come in any order: “/leaderboard money last month”. Every command also works after /medalist.");

    private static IEnumerable<CardPart> Opening(string? unknown, string? nearest, ReaderFormat format) =>
        (unknown, nearest) switch
        {
            (null, _) => [new CardPart.Text(format.Say($"Points, boards and badges for what you do in the CRM. You can ask for:"))],
            (_, null) => [new CardPart.Text(format.Say($"“{CleanText.Of(unknown, 40)}” is no command. You can ask for:"))],
            _ =>
            [
                new CardPart.Text(format.Say($"“{CleanText.Of(unknown, 40)}” is no command. Did you mean /{nearest}?")),
                new CardPart.Buttons([new($"/{nearest}", nearest, Primary: true)]),
            ],
        };
}
