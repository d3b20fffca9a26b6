using System.Text;
using System.Text.Json.Nodes;
using Bot.Cards.Rendering;

namespace Bot.Tests.Cards.Rendering;

/// <summary>What Teams takes: 28 KB a card, six actions in a row, version 1.5; and no text of people where Markdown works.</summary>
public sealed class TeamsLimitsTests
{
    private const int Budget = 28 * 1024;

    /// <summary>Pictures are more than the emoji that stand for them.</summary>
    private static readonly Uri Host = new("https://medalist.example.com");

    /// <summary>Cards of the product; the samples of every part twelve times over are no card of it.</summary>
    public static TheoryData<string> Cards => [.. AnyCard.Names.Where(name => !name.StartsWith("every part in", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_card_is_smaller_than_28_KB_also_with_every_letter_escaped(string name) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(AdaptiveCards.Render(AnyCard.Of(name), Host).ToJsonString()), 1, Budget);

    [Theory]
    [MemberData(nameof(Cards))]
    public void No_row_has_more_than_six_actions(string name) =>
        Assert.All(
            Of(AdaptiveCards.Render(AnyCard.Of(name), Host), "ActionSet"),
            set => Assert.InRange(set["actions"]!.AsArray().Count, 1, 6)
        );

    [Theory]
    [MemberData(nameof(Cards))]
    public void Everything_that_can_be_pressed_runs_a_command_of_ours(string name) =>
        Assert.All(
            Of(AdaptiveCards.Render(AnyCard.Of(name), Host), "Action.Execute"),
            action =>
            {
                Assert.Equal("run", (string?)action["verb"]);
                Assert.NotNull((string?)action["data"]!["command"]);
                Assert.Contains((string?)action["data"]!["answer"], new[] { "replace", "private" });
            }
        );

    [Fact]
    public void A_title_with_mark_up_is_drawn_where_markdown_has_no_effect()
    {
        Assert.Empty(Of(AdaptiveCards.Render(Samples.Hostile), "TextBlock"));
        Assert.Equal(
            ["Every part", "<at>Chloé Petit</at>"],
            Of(AdaptiveCards.Render(Samples.EveryPart), "TextBlock").Select(block => (string?)block["text"])
        );
    }

    [Fact]
    public void A_name_cannot_call_a_date_function() =>
        Assert.DoesNotContain("{{", AdaptiveCards.Render(Samples.Hostile).ToJsonString(), StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Of(JsonNode? node, string type) =>
        node switch
        {
            JsonObject item => ((string?)(item["type"] as JsonValue) == type ? new[] { item } : []).Concat(
                item.SelectMany(pair => Of(pair.Value, type))
            ),
            JsonArray items => items.SelectMany(inner => Of(inner, type)),
            _ => [],
        };
}
