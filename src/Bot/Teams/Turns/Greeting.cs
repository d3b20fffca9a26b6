using Bot.Cards;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>What the bot says when it arrives: what it is for and the first words to write.</summary>
internal static class Greeting
{
    /// <param name="dashboard">Of the person whose own chat it is; null where nobody is known there.</param>
    public static Card For(Conversation conversation, ReaderFormat format, Card? dashboard = null) =>
        conversation.IsPersonal
            ? new(
                format.Say($"Hello, I am Medalist"),
                [
                    new CardPart.Text(format.Say($"I turn your sales work into points, badges and boards. Write one of these:")),
                    Words(format),
                    .. Below(dashboard),
                ]
            )
            : new(
                format.Say($"Hello, I am Medalist"),
                [
                    new CardPart.Text(
                        format.Say($"I celebrate what this team sells. Mention me with one of these; I answer each person privately:")
                    ),
                    Words(format),
                    new CardPart.Text(format.Say($"A manager connects this channel to a team with “medalist channel”."), Tone.Subtle),
                ]
            );

    private static IEnumerable<CardPart> Below(Card? dashboard) => dashboard is null ? [] : [new CardPart.Divider(), .. dashboard.Parts];

    private static CardPart.Commands Words(ReaderFormat format) =>
        new([
            new("performance", format.Say($"Your week at a glance")),
            new("leaderboard", format.Say($"The board of the week, with your place")),
            new("points", format.Say($"What you scored and why")),
            new("medalist help", format.Say($"Everything I understand")),
        ]);
}
