using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Settings;

namespace Bot.Slack;

/// <summary>Cards as bodies of Slack messages.</summary>
internal sealed class SlackMessages(HostSettings settings)
{
    /// <summary>A message of its own.</summary>
    public JsonObject Post(Card card) => BlockKit.Render(card, settings.PublicUrl);

    /// <summary>What the home tab shows. A card that is not the dashboard has the way back to it.</summary>
    public JsonObject Home(Card card, bool isDashboard, ReaderFormat format)
    {
        var shown = isDashboard ? card : DashboardWay.AndBack(card, format);
        return new() { ["type"] = "home", ["blocks"] = Post(shown)["blocks"]!.DeepClone() };
    }

    /// <summary>An answer only for the person who asked, beside what is there.</summary>
    public JsonObject Private(Card card) => Beside(card, "ephemeral");

    /// <summary>An answer for everyone in the channel.</summary>
    public JsonObject Shared(Card card) => Beside(card, "in_channel");

    /// <summary>In place of the card that was pressed; who sees it stays as it was.</summary>
    public JsonObject Replacing(Card card)
    {
        var message = Post(card);
        message["replace_original"] = true;
        return message;
    }

    private JsonObject Beside(Card card, string type)
    {
        var message = Post(card);
        message["response_type"] = type;
        message["replace_original"] = false;
        return message;
    }
}
