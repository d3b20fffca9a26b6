using Bot.Cards;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>What the bot says when it arrives: what it is for and the first words to write.</summary>
internal static class Greeting
{
    /// <param name="dashboard">Of the person whose own chat it is; null where nobody is known there.</param>
    public static Card For(Conversation conversation, Card? dashboard = null) =>
        conversation.IsPersonal
            ? new(
                "Hello, I am Medalist",
                [
                    new CardPart.Text("I turn your sales work into points, badges and boards. Write one of these:"),
                    Words,
                    .. Below(dashboard),
                ]
            )
            : new(
                "Hello, I am Medalist",
                [
                    new CardPart.Text("I celebrate what this team sells. Mention me with one of these; I answer each person privately:"),
                    Words,
                    new CardPart.Text("A manager connects this channel to a team with “medalist channel”.", Tone.Subtle),
                ]
            );

    private static IEnumerable<CardPart> Below(Card? dashboard) => dashboard is null ? [] : [new CardPart.Divider(), .. dashboard.Parts];

    private static CardPart.Commands Words =>
        new([
            new("performance", "Your week at a glance"),
            new("leaderboard", "The board of the week, with your place"),
            new("points", "What you scored and why"),
            new("medalist help", "Everything I understand"),
        ]);
}
