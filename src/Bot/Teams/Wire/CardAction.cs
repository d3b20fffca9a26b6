using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Teams.Wire;

/// <summary>What a person pressed or chose on a card: the command line it stands for and where its answer belongs.</summary>
internal sealed record CardAction(string Command, Answer Answer)
{
    /// <summary>The value of a message that a card sent. Null when the card is none of ours.</summary>
    public static CardAction? OfSubmit(JsonElement value) => OfData(value);

    /// <summary>The value of an <c>adaptiveCard/action</c> invoke: <c>{action: {verb, data}}</c>.</summary>
    public static CardAction? OfInvoke(JsonElement value) =>
        Member(value, "action") is { } action && Text(action, "verb") == AdaptiveCards.Verb && Member(action, "data") is { } data
            ? OfData(data)
            : null;

    /// <summary>Whether the client asked by itself, to refresh a card, without anybody pressing anything.</summary>
    public static bool IsAutomatic(JsonElement value) => Text(value, "trigger") == "automatic";

    private static CardAction? OfData(JsonElement data) =>
        (Text(data, AdaptiveCards.CommandData) is { Length: > 0 } command ? command : Chosen(data)) is { Length: > 0 } line
            ? new(line, Text(data, AdaptiveCards.AnswerData) == AdaptiveCards.Private ? Answer.Private : Answer.Replace)
            : null;

    /// <summary>A list to choose from carries its command line as an input beside an empty command.</summary>
    private static string? Chosen(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject()
                .Where(input => input.Name.StartsWith(AdaptiveCards.ChosenInput, StringComparison.Ordinal))
                .Select(input => Text(input.Value))
                .FirstOrDefault()
            : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { } member ? Text(member) : null;

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: valid JSON, but no text
        }
    }
}
