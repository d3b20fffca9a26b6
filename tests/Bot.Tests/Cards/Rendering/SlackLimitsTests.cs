using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Slack refuses a whole message for one text too long: every card, in the worst words, keeps the table of limits.</summary>
public sealed class SlackLimitsTests
{
    /// <summary>Pictures are more than the emoji that stand for them.</summary>
    private static readonly Uri Host = new("https://medalist.example.com");

    public static TheoryData<string> Cards => [.. AnyCard.Names];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_message_keeps_the_limits_of_Slack(string name)
    {
        var message = BlockKit.Render(AnyCard.Of(name), Host);

        Assert.InRange(message["blocks"]!.AsArray().Count, 1, 50);
        Assert.InRange(message["text"]!.GetValue<string>().Length, 1, 40_000);
        Assert.All(message["blocks"]!.AsArray(), block => Assert.Empty(Breaches(block!.AsObject())));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_action_id_is_unique_in_its_message_and_can_be_read_back(string name)
    {
        var ids = Strings(BlockKit.Render(AnyCard.Of(name), Host), "action_id").ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(id, SlackActionId.Parse(id).ToString()));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void No_block_holds_mrkdwn_and_no_text_is_empty(string name)
    {
        var blocks = BlockKit.Render(AnyCard.Of(name), Host)["blocks"]!;

        Assert.DoesNotContain("mrkdwn", Strings(blocks, "type"));
        Assert.All(Strings(blocks, "text"), Assert.NotEmpty);
    }

    [Fact]
    public void The_notification_opens_no_mention_and_no_link()
    {
        var text = BlockKit.Render(Samples.Hostile)["text"]!.GetValue<string>();

        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain("@channel", text, StringComparison.Ordinal);
        Assert.Contains("&lt;!channel&gt;", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Breaches(JsonObject block)
    {
        foreach (var (path, limit, length) in Measured(block))
            if (length > limit)
                yield return $"{path}: {length} of {limit}";
    }

    private static IEnumerable<(string Path, int Limit, int Length)> Measured(JsonObject block)
    {
        var elements = block["elements"]?.AsArray() ?? [];
        switch ((string)block["type"]!)
        {
            case "header":
                yield return ("header", 150, Length(block["text"]));
                break;
            case "section":
                yield return ("section", 3000, Length(block["text"]));
                yield return ("alt_text", 2000, ((string?)block["accessory"]?["alt_text"])?.Length ?? 0);
                break;
            case "context":
                yield return ("context", 10, elements.Count);
                yield return ("context text", 3000, elements.Max(Length));
                break;
            case "actions":
                yield return ("actions", 25, elements.Count);
                foreach (var measured in elements.SelectMany(Element))
                    yield return measured;
                break;
        }
    }

    private static IEnumerable<(string Path, int Limit, int Length)> Element(JsonNode? element)
    {
        var options = element!["options"]?.AsArray() ?? [];
        yield return ("action_id", 255, ((string)element["action_id"]!).Length);
        yield return ("button text", 75, Length(element));
        yield return ("button value", 2000, ((string?)element["value"])?.Length ?? 0);
        yield return ("placeholder", 150, Length(element["placeholder"]));
        yield return ("options", 100, options.Count);
        foreach (var option in options)
        {
            yield return ("option text", 75, Length(option));
            yield return ("option value", 150, ((string)option!["value"]!).Length);
        }
    }

    /// <summary>Of a text object, or of the element that holds one.</summary>
    private static int Length(JsonNode? node) =>
        node?["text"] switch
        {
            JsonObject inner => Length(inner),
            { } text => text.GetValue<string>().Length,
            null => 0,
        };

    private static IEnumerable<string> Strings(JsonNode? node, string property) =>
        node switch
        {
            JsonObject item => item.SelectMany(pair =>
                pair.Key == property && pair.Value is JsonValue value ? [value.GetValue<string>()] : Strings(pair.Value, property)
            ),
            JsonArray items => items.SelectMany(inner => Strings(inner, property)),
            _ => [],
        };
}
