using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Texts;

namespace Bot.Cards.Rendering;

/// <summary>
/// A card as Slack blocks. No block holds mrkdwn: texts stand in <c>plain_text</c> and <c>rich_text</c>, where nothing is mark-up,
/// so no name can mention, link or format. Only the notification text is mrkdwn to Slack, and is escaped.
/// </summary>
public static class BlockKit
{
    /// <summary><c>{"text": …, "mrkdwn": false, "blocks": […]}</c>: a message body without its addressing.</summary>
    /// <param name="publicUrl">Where the host is reachable from the internet, for pictures; null draws emoji instead.</param>
    public static JsonObject Render(Card card, Uri? publicUrl = null) =>
        new()
        {
            ["text"] = Escape(CleanText.Fit(PlainText.Render(card), SlackLimits.Notification)),
            ["mrkdwn"] = false,
            ["blocks"] = new JsonArray([
                Header(card.Title),
                .. Rows(card.Parts.SelectMany((part, index) => Blocks(part, index, publicUrl))),
            ]),
        };

    /// <summary>The characters that could open a mention or a link in the notification text.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("@", "@\u2060");

    private static IEnumerable<JsonObject> Blocks(CardPart part, int index, Uri? publicUrl) =>
        part switch
        {
            CardPart.Text(var value, Tone.Subtle) => [Context(value)],
            CardPart.Text(var value, var tone) => [Section(PlainText.Mark(tone) + value)],
            CardPart.Ranking ranking =>
            [
                RichText([
                    [Bold(ranking.Unit)],
                    .. ranking.Rows.SelectMany((row, i) => Lines(row, ranking.HasGapBefore(i), ranking.Language)),
                ]),
            ],
            CardPart.Ledger(var rows) => [RichText(rows.Select(Line))],
            CardPart.Facts(var rows) => [Facts(rows)],
            CardPart.Celebration celebration => [Celebration(celebration, publicUrl)],
            CardPart.Mention(var name, var user, var words) =>
            [
                RichText([
                    [Called(name, user), Plain($" {words}")],
                ]),
            ],
            CardPart.BadgeCabinet cabinet => SlackBadges.Draw(cabinet, new(Answer.Replace, index, 0), publicUrl),
            CardPart.BadgeDetails details => SlackBadges.Draw(details, publicUrl),
            CardPart.Explanation(var sentences) => [List(sentences)],
            CardPart.Commands(var rows) => [RichText(rows.Select(row => new[] { Code(row.Command), Plain($"  {row.What}") }))],
            CardPart.Selector selector => [Actions([Select(selector, new(Answer.Replace, index, 0))])],
            CardPart.Buttons(var items) => [.. Buttons(items, index)],
            CardPart.Entry(var title, var detail, var items) =>
            [
                RichText([
                    [Bold(title)],
                    .. detail is null
                        ? Array.Empty<JsonObject[]>()
                        :
                        [
                            [Plain(detail)],
                        ],
                ]),
                .. Buttons(items, index),
            ],
            CardPart.ProgressList(var rows) => SlackProgress.Draw(rows, index),
            CardPart.Divider => [new() { ["type"] = "divider" }],
            _ => throw new UnreachableException($"BlockKit cannot draw {part.GetType().Name}."),
        };

    internal static JsonObject Facts(IReadOnlyList<Fact> rows) =>
        RichText(rows.Select(row => new[] { Bold(row.Label), Plain($"  {row.Value}") }));

    /// <summary>Selects that follow each other stand side by side.</summary>
    private static List<JsonObject> Rows(IEnumerable<JsonObject> blocks)
    {
        var rows = new List<JsonObject>();
        foreach (var block in blocks)
        {
            if (rows.Count > 0 && IsSelects(rows[^1]) && IsSelects(block))
                rows[^1]["elements"]!.AsArray().Add(block["elements"]![0]!.DeepClone());
            else
                rows.Add(block);
        }

        return rows;
    }

    private static bool IsSelects(JsonObject block) =>
        block["elements"] is JsonArray elements && elements.All(element => (string?)element!["type"] == "static_select");

    private static IEnumerable<JsonObject[]> Lines(RankingRow row, bool afterGap, Language language)
    {
        if (afterGap)
            yield return [Plain("⋮")];

        Func<string, JsonObject> text = row.IsViewer ? Bold : Plain;
        var line = text($"{row.Place}  {row.Name}  ·  {row.Score}{(row.IsViewer ? $"  ◀ {language.Say($"you")}" : "")}");
        yield return row.Note is { } note ? [line, Italic($"   {note}")] : [line];
    }

    private static JsonObject[] Line(LedgerRow row)
    {
        JsonObject[] line = [Bold(row.Amount), Plain($"  {row.What}  ·  {row.When}")];
        return row.Why is { } why ? [.. line, Italic($"\n{why}")] : line;
    }

    private static JsonObject Celebration(CardPart.Celebration celebration, Uri? publicUrl)
    {
        if (publicUrl is null || celebration.Art is not { } art)
            return RichText([
                [Bold($"{celebration.Emoji}  {celebration.Headline}")],
                [Plain(celebration.Detail)],
            ]);

        var section = Section($"{celebration.Headline}\n{celebration.Detail}");
        section["accessory"] = Image(art, publicUrl);
        return section;
    }

    internal static JsonObject Image(Art art, Uri publicUrl) =>
        new()
        {
            ["type"] = "image",
            ["image_url"] = new Uri(publicUrl, art.Path).AbsoluteUri,
            ["alt_text"] = CleanText.Fit(art.Alternative, SlackLimits.Alternative),
        };

    /// <summary>Who Slack's id names is called; anything else is only a name.</summary>
    private static JsonObject Called(string name, string user) =>
        user.Length > 0 && user.All(char.IsAsciiLetterOrDigit) ? new() { ["type"] = "user", ["user_id"] = user } : Bold(name);

    private static JsonObject List(IReadOnlyList<string> sentences) =>
        new()
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "rich_text_list",
                    ["style"] = "bullet",
                    ["elements"] = new JsonArray([
                        .. sentences.Select(sentence => new JsonObject
                        {
                            ["type"] = "rich_text_section",
                            ["elements"] = new JsonArray(Plain(sentence)),
                        }),
                    ]),
                }
            ),
        };

    private static JsonObject Select(CardPart.Selector selector, SlackActionId id)
    {
        var options = selector.Options.Where(option => option.Command.Length <= SlackLimits.OptionValue).Take(SlackLimits.Options);
        var select = new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = id.ToString(),
            ["placeholder"] = Words(selector.Label, SlackLimits.Placeholder),
            ["options"] = new JsonArray([.. options.Select(Choice)]),
        };
        if (selector.Selected is { } selected)
            select["initial_option"] = Choice(selected);

        return select;
    }

    private static JsonObject Choice(Option option) =>
        new() { ["text"] = Words(option.Label, SlackLimits.OptionText), ["value"] = option.Command };

    private static IEnumerable<JsonObject> Buttons(IReadOnlyList<Button> items, int part) =>
        items.Select((button, item) => Button(button, new(button.Answer, part, item))).Chunk(SlackLimits.Actions).Select(Actions);

    internal static JsonObject Button(Button button, SlackActionId id)
    {
        var element = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = id.ToString(),
            ["text"] = Words(button.Label, SlackLimits.ButtonText),
            ["value"] = button.Command,
        };
        if (button.Primary)
            element["style"] = "primary";

        return element;
    }

    internal static JsonObject Header(string title) => new() { ["type"] = "header", ["text"] = Words(title, SlackLimits.Header) };

    internal static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Words(text, SlackLimits.Section) };

    internal static JsonObject Context(string text) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray(Words(text, SlackLimits.Context)) };

    internal static JsonObject Actions(JsonObject[] elements) =>
        new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    internal static JsonObject RichText(IEnumerable<JsonObject[]> lines)
    {
        var elements = lines.SelectMany((line, index) => index == 0 ? line : [Plain("\n"), .. line]);
        return new()
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray([.. elements]) }),
        };
    }

    /// <summary><c>emoji: false</c> leaves <c>:tada:</c> in a name as it was typed.</summary>
    internal static JsonObject Words(string text, int limit) =>
        new()
        {
            ["type"] = "plain_text",
            ["text"] = CleanText.Fit(text, limit),
            ["emoji"] = false,
        };

    internal static JsonObject Plain(string text) => new() { ["type"] = "text", ["text"] = text };

    internal static JsonObject Bold(string text) => Styled(text, "bold");

    internal static JsonObject Italic(string text) => Styled(text, "italic");

    internal static JsonObject Code(string text) => Styled(text, "code");

    private static JsonObject Styled(string text, string style) =>
        new()
        {
            ["type"] = "text",
            ["text"] = text,
            ["style"] = new JsonObject { [style] = true },
        };
}
