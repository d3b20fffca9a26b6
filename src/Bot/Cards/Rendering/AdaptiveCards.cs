using System.Diagnostics;
using System.Text.Json.Nodes;
using static Bot.Cards.Rendering.AdaptiveText;

namespace Bot.Cards.Rendering;

/// <summary>
/// A card as an Adaptive Card 1.5 for Teams. Texts stand in text runs, where Markdown has no effect.
/// Whatever can be pressed is an <c>Action.Execute</c> with verb <c>run</c> and data <c>{"command": …, "answer": "replace" | "private"}</c>;
/// except what opens a form, an <c>Action.Submit</c> with data <c>{"msteams": {"type": "task/fetch"}, "form": …}</c>;
/// a long selector sends the chosen command line as input <see cref="ChosenInput"/> plus the selector's id, and an empty command.
/// </summary>
public static class AdaptiveCards
{
    public const string Verb = "run";
    public const string CommandData = "command";
    public const string AnswerData = "answer";
    public const string FormData = "form";
    public const string Replace = "replace";
    public const string Private = "private";

    /// <summary>The beginning of the ids of choice inputs; the value is a command line.</summary>
    public const string ChosenInput = "chosen-";

    /// <summary>More options than these become a list to choose from.</summary>
    private const int MostTabs = 6;

    /// <summary>On a phone a sixth one would touch its neighbour.</summary>
    private const int TabsInARow = 5;

    private const string PictureSize = "72px";

    private const string TouchHeight = "32px";

    /// <summary>A part of the 28 KB that a card may have.</summary>
    private const int FallbackLength = 1000;

    /// <summary>The card itself; its attachment type is <c>application/vnd.microsoft.card.adaptive</c>. <c>fallbackText</c> is the plain text.</summary>
    public static JsonObject Render(Card card, Uri? publicUrl = null)
    {
        var rendered = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = Literal(CleanText.Fit(PlainText.Render(card), FallbackLength)),
            ["body"] = Body(card, publicUrl),
        };
        if (AdaptiveMention.Entities(card) is { } entities)
            rendered["msteams"] = entities;

        AdaptiveBudget.Keep(rendered, ButtonRows(card));
        return rendered;
    }

    /// <summary>Clients of these users ask for their own view of a card as soon as they see it; everybody else sees the card.</summary>
    /// <param name="users">As Teams calls them towards this bot, <c>29:…</c>; 60 at most.</param>
    public static void Refresh(JsonObject rendered, Card card, string command, IReadOnlyList<string> users) =>
        rendered["refresh"] = new JsonObject
        {
            ["action"] = Execute(LabelOf(card, command), command, Answer.Replace),
            ["userIds"] = new JsonArray([.. users.Select(user => JsonValue.Create(user))]),
        };

    /// <summary>As the button is called that does the same; a card without one is asked for by its title.</summary>
    private static string LabelOf(Card card, string command) =>
        card.Parts.OfType<CardPart.Buttons>().SelectMany(part => part.Items).FirstOrDefault(button => button.Command == command)?.Label
        ?? card.Title;

    /// <summary>Elements that the card's own buttons are at its end.</summary>
    private static int ButtonRows(Card card) =>
        card
            .Parts.Reverse()
            .TakeWhile(part => part is CardPart.Buttons)
            .Cast<CardPart.Buttons>()
            .Sum(buttons => ActionRows.Of(buttons.Items).Count);

    private static JsonArray Body(Card card, Uri? publicUrl) =>
        new([Heading(card.Title), .. card.Parts.SelectMany(part => Elements(part, publicUrl))]);

    private static IEnumerable<JsonObject> Elements(CardPart part, Uri? publicUrl) =>
        part switch
        {
            CardPart.Text(var value, var tone) => [Words(value, tone)],
            CardPart.Ranking ranking => [AdaptiveRanking.Draw(ranking)],
            CardPart.Ledger(var rows) => rows.Select(Line),
            CardPart.Facts(var rows) => [Stack([.. rows.Select(Line)])],
            CardPart.Celebration celebration => [Celebration(celebration, publicUrl)],
            CardPart.Mention mention => [AdaptiveMention.Draw(mention)],
            CardPart.BadgeCabinet cabinet => AdaptiveBadges.Draw(cabinet, publicUrl),
            CardPart.BadgeDetails details => [AdaptiveBadges.Draw(details, publicUrl), Stack([.. details.Rows.Select(Line)])],
            CardPart.Explanation(var sentences) => sentences.Select(sentence =>
                Columns(Column("auto", Text(Run("•"))), Column("stretch", Text(Run(sentence))))
            ),
            CardPart.Commands(var rows) => rows.Select(row => Stack(Text(Bold(row.Command)), Text(Subtle(row.What)))),
            CardPart.Selector { Options.Count: <= MostTabs } selector => selector.Options.Chunk(TabsInARow).Select(Tabs),
            CardPart.Selector selector => [List(selector)],
            CardPart.Buttons(var items) => ActionRows.Of(items).Select(row => ActionSet(row.Select(Button))),
            CardPart.Entry(var title, var detail, var items) =>
            [
                Apart(Stack([Text(Bold(title)), .. detail is null ? Array.Empty<JsonObject>() : [Text(Subtle(detail))]])),
                .. Actions(items),
            ],
            CardPart.ProgressList(var rows) => rows.SelectMany(AdaptiveProgress.Draw),
            CardPart.Divider =>
            [
                new()
                {
                    ["type"] = "Container",
                    ["separator"] = true,
                    ["spacing"] = "medium",
                    ["items"] = new JsonArray(),
                },
            ],
            _ => throw new UnreachableException($"AdaptiveCards cannot draw {part.GetType().Name}."),
        };

    private static JsonObject Words(string value, Tone tone) =>
        tone switch
        {
            Tone.Normal => Text(Run(value)),
            Tone.Subtle => Text(Subtle(value)),
            Tone.Good => Text(Coloured(PlainText.Mark(tone), "good"), Run(value)),
            Tone.Warning => Text(Coloured(PlainText.Mark(tone) + value, "attention")),
            _ => throw new UnreachableException($"No style for {tone}."),
        };

    /// <summary>Under a line of its own, so that buttons are not taken for those of the next thing.</summary>
    internal static JsonObject Apart(JsonObject element)
    {
        element["separator"] = true;
        return Spaced(element, "medium");
    }

    internal static JsonObject Spaced(JsonObject element, string spacing)
    {
        element["spacing"] = spacing;
        return element;
    }

    /// <summary>The label keeps its width; a long value breaks beside it.</summary>
    private static JsonObject Line(Fact row)
    {
        var value = Text(Bold(row.Value));
        value["horizontalAlignment"] = "right";
        return Columns(Column("auto", Text(Run(row.Label))), Column("stretch", value));
    }

    private static JsonObject Line(LedgerRow row)
    {
        var amount = Text(Bold(row.Amount));
        amount["horizontalAlignment"] = "right";
        JsonObject[] details = row.Why is { } why ? [Text(Run(row.What)), Text(Subtle(why))] : [Text(Run(row.What))];
        return Columns(Column("56px", amount), Column("stretch", [.. details, Text(Subtle(row.When))]));
    }

    private static JsonObject Celebration(CardPart.Celebration celebration, Uri? publicUrl)
    {
        var picture =
            publicUrl is not null && celebration.Art is { } art ? Image(art, publicUrl, PictureSize) : Text(Large(celebration.Emoji));
        var words = Column("stretch", Text(Large(celebration.Headline)), Text(Run(celebration.Detail)));
        words["verticalContentAlignment"] = "center";
        var banner = Columns(Column("auto", picture), words);
        banner["style"] = "emphasis";
        banner["bleed"] = true;
        return banner;
    }

    internal static JsonObject Image(Art art, Uri publicUrl, string width) =>
        new()
        {
            ["type"] = "Image",
            ["url"] = new Uri(publicUrl, art.Path).AbsoluteUri,
            ["altText"] = Literal(art.Alternative),
            ["width"] = width,
        };

    /// <summary>The options side by side; the chosen one is ticked, bold and in the colour of text.</summary>
    private static JsonObject Tabs(Option[] options)
    {
        var tabs = Columns([.. options.Select(Tab)]);
        tabs["spacing"] = "none";
        return tabs;
    }

    private static JsonObject Tab(Option option)
    {
        var tab = Column("auto", Text(option.Selected ? Bold($"✓ {option.Label}") : Coloured(option.Label, "accent")));
        tab["selectAction"] = Execute(option.Label, option.Command, Answer.Replace);
        tab["spacing"] = "medium";
        tab["minHeight"] = TouchHeight;
        tab["verticalContentAlignment"] = "center";
        return tab;
    }

    private static JsonObject List(CardPart.Selector selector)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = ChosenInput + selector.Id,
            ["label"] = Literal(selector.Label),
            ["style"] = "compact",
            ["choices"] = new JsonArray([.. selector.Options.Select(Choice)]),
        };
        if (selector.Selected is { } selected)
            input["value"] = selected.Command;

        return Container([input, ActionSet([Execute(selector.Language.Say($"Choose"), "", Answer.Replace)])]);
    }

    private static JsonObject Choice(Option option) => new() { ["title"] = Literal(option.Label), ["value"] = option.Command };

    /// <summary>Close under what they belong to.</summary>
    internal static IEnumerable<JsonObject> Actions(IReadOnlyList<Button> items) =>
        ActionRows.Of(items).Select(row => Spaced(ActionSet(row.Select(Button)), "small"));

    private static JsonObject Button(Button button)
    {
        var action = button.Answer is Answer.Form ? Open(button) : Execute(button.Label, button.Command, button.Answer);
        if (button.Primary)
            action["style"] = "positive";

        return action;
    }

    /// <summary>Teams asks for the dialog with this data.</summary>
    private static JsonObject Open(Button button) =>
        new()
        {
            ["type"] = "Action.Submit",
            ["title"] = Literal(button.Label),
            ["data"] = new JsonObject
            {
                ["msteams"] = new JsonObject { ["type"] = "task/fetch" },
                [FormData] = button.Command,
            },
        };

    internal static JsonObject Execute(string title, string command, Answer answer) =>
        new()
        {
            ["type"] = "Action.Execute",
            ["title"] = Literal(title),
            ["verb"] = Verb,
            ["data"] = new JsonObject { [CommandData] = command, [AnswerData] = answer is Answer.Private ? Private : Replace },
        };

    private static JsonObject ActionSet(IEnumerable<JsonObject> actions) =>
        new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };
}
