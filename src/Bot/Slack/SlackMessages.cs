using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Slack;

/// <summary>A card as the body of an answer to a command or an action.</summary>
internal static class SlackMessages
{
    /// <summary>Only for the person who asked, beside what is there.</summary>
    public static JsonObject Private(Card card) => Beside(card, "ephemeral");

    /// <summary>For everyone in the channel.</summary>
    public static JsonObject Shared(Card card) => Beside(card, "in_channel");

    /// <summary>In place of the card that was pressed; who sees it stays as it was.</summary>
    public static JsonObject Replacing(Card card)
    {
        var message = BlockKit.Render(card);
        message["replace_original"] = true;
        return message;
    }

    private static JsonObject Beside(Card card, string type)
    {
        var message = BlockKit.Render(card);
        message["response_type"] = type;
        message["replace_original"] = false;
        return message;
    }
}
