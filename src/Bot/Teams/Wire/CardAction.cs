using System.Text.Json;
using Bot.Cards;

namespace Bot.Teams.Wire;

/// <summary>What a person pressed on a card: the command line it stands for and where its answer belongs.</summary>
internal sealed record CardAction(string Command, Answer Answer)
{
    /// <summary>The data of an <c>Action.Submit</c>: the whole value of a message. Null when it is none of our cards'.</summary>
    public static CardAction? OfSubmit(JsonElement value) => OfData(value);

    /// <summary>The value of an <c>adaptiveCard/action</c> invoke: <c>{action: {verb, data}}</c>.</summary>
    public static CardAction? OfInvoke(JsonElement value) =>
        Member(value, "action") is { } action && Text(action, "verb") == Verb && Member(action, "data") is { } data ? OfData(data) : null;

    /// <summary>Whether the client asked by itself, to refresh a card, without anybody pressing anything.</summary>
    public static bool IsAutomatic(JsonElement value) => Text(value, "trigger") == "automatic";

    private const string Verb = "run";

    private static CardAction? OfData(JsonElement data) =>
        Text(data, "command") is { Length: > 0 } command
            ? new(command, Text(data, "answer") == "private" ? Answer.Private : Answer.Replace)
            : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: valid JSON, but no text
        }
    }
}
