using System.Text.Json.Nodes;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Every object inside a rendered card.</summary>
internal static class JsonWalk
{
    public static IEnumerable<JsonObject> Objects(this JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(property => property.Value.Objects()).Prepend(one),
            JsonArray many => many.SelectMany(item => item.Objects()),
            _ => [],
        };

    /// <summary>The object and what it stands in, inside out.</summary>
    public static IEnumerable<JsonObject> Around(this JsonNode? node)
    {
        for (var at = node; at is not null; at = at.Parent)
            if (at is JsonObject one)
                yield return one;
    }

    public static string Word(this JsonObject one, string property) => (string?)one[property] ?? "";
}
