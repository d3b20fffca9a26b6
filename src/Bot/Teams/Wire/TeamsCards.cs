using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Settings;

namespace Bot.Teams.Wire;

/// <summary>Cards as Teams takes them. Pictures are drawn where the host has a public address.</summary>
internal sealed class TeamsCards(HostSettings settings)
{
    public OutgoingMessage Message(Card card) => Message(card, []);

    /// <param name="viewers">Who sees their own view of it at once.</param>
    public OutgoingMessage Message(Card card, IReadOnlyList<string> viewers)
    {
        var rendered = AdaptiveCards.Render(card, settings.PublicUrl);
        if (card.Own is { Command: var command } && viewers.Count > 0)
            AdaptiveCards.Refresh(rendered, card, command, viewers);
        return new() { Summary = card.Title, Attachments = [new(Attachment.AdaptiveCard, rendered)] };
    }

    /// <summary>To be read only: in a dialog a button of a card would answer nowhere.</summary>
    public JsonObject Still(Card card) =>
        AdaptiveCards.Render(
            card with
            {
                Parts = [.. card.Parts.Where(part => part is not (CardPart.Buttons or CardPart.Selector))],
            },
            settings.PublicUrl
        );

    /// <summary>In place of the pressed card, for the person who pressed it and for nobody else.</summary>
    public InvokeAnswer InPlace(Card card) => new(200, Attachment.AdaptiveCard, AdaptiveCards.Render(card, settings.PublicUrl));

    /// <summary>What one viewer's client asked for by itself: it asks again when the card is seen again.</summary>
    public InvokeAnswer OwnView(Card card, string command, string viewer)
    {
        var answer = InPlace(card);
        AdaptiveCards.Refresh((JsonObject)answer.Value, card, command, [viewer]);
        return answer;
    }
}
