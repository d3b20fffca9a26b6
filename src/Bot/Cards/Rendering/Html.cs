using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Texts;

namespace Bot.Cards.Rendering;

/// <summary>
/// A card as HTML for the local page. Classes: <c>card</c>, <c>card-title</c>; <c>text tone-normal|subtle|good|warning</c>;
/// <c>ranking</c> with <c>place name score note you gap</c> and <c>is-viewer</c> on the row; <c>ledger</c> with <c>amount what why when</c>;
/// <c>facts</c>; <c>shelf</c> with <c>tile</c>; <c>badge</c>; <c>reasons</c>; <c>celebration</c> with <c>art headline detail</c>;
/// <c>commands</c>; <c>selector</c>; <c>buttons</c> with <c>primary</c>; <c>entry</c> with <c>entry-title entry-detail</c>, as <c>goal</c> with <c>chip state figure standing</c>; <c>divider</c>;
/// <c>visually-hidden</c> for what only a screen reader says.
/// </summary>
public static class Html
{
    /// <summary>The id of the page's form that buttons belong to, so that they work without a script too.</summary>
    public const string Form = "press";

    internal const string Press = $"""type="submit" form="{Form}" name="command" """;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// One <c>article</c>. Buttons and options are <c>button</c>s with <c>data-command</c> and <c>data-answer</c> (<c>replace</c> or
    /// <c>private</c>), so the page needs one handler; what opens a form has <c>data-form</c> instead.
    /// </summary>
    public static string Render(Card card) =>
        $"""
            <article class="card">
            <h2 class="card-title" dir="auto">{Encode(card.Title)}</h2>
            {Lines(card.Parts.Select(Part))}
            </article>
            """;

    internal static string Part(CardPart part) =>
        part switch
        {
            CardPart.Text(var value, var tone) =>
                $"""<p class="text tone-{Lower(tone)}" dir="auto">{Encode(PlainText.Mark(tone) + value)}</p>""",
            CardPart.Ranking ranking => Ranking(ranking),
            CardPart.Ledger(var rows) => $"""
                <ul class="ledger">
                {Lines(rows.Select(Line))}
                </ul>
                """,
            CardPart.Facts(var rows) => $"""
                <dl class="facts">
                {Lines(rows.Select(row => $"<div><dt>{Bidi(row.Label)}</dt><dd>{Bidi(row.Value)}</dd></div>"))}
                </dl>
                """,
            CardPart.Celebration celebration => Celebration(celebration),
            CardPart.Mention(var name, _, var words) =>
                $"""<p class="text mention" dir="auto"><strong>{Bidi(name)}</strong> {Encode(words)}</p>""",
            CardPart.BadgeCabinet(var shelves) => Lines(shelves.Select(HtmlBadges.Draw)),
            CardPart.BadgeDetails details => HtmlBadges.Draw(details),
            CardPart.Explanation(var sentences) => $"""
                <ul class="reasons">
                {Lines(sentences.Select(sentence => $"<li dir=\"auto\">{Encode(sentence)}</li>"))}
                </ul>
                """,
            CardPart.Commands(var rows) => $"""
                <dl class="commands">
                {Lines(rows.Select(row => $"<div><dt><code>{Encode(row.Command)}</code></dt><dd>{Encode(row.What)}</dd></div>"))}
                </dl>
                """,
            CardPart.Selector selector => $"""
                <div class="selector" role="group" aria-label="{Encode(selector.Label)}" data-selector="{Encode(selector.Id)}">
                {Lines(selector.Options.Select(Choice))}
                </div>
                """,
            CardPart.Buttons(var items) => $"""
                <div class="buttons">
                {Lines(items.Select(Button))}
                </div>
                """,
            CardPart.Entry(var title, var detail, var items) =>
                $"""
                <section class="entry" role="group" aria-label="{Encode(title)}">
                <p class="entry-title" dir="auto">{Encode(title)}</p>{(
                    detail is null ? "" : $"""<p class="entry-detail" dir="auto">{Encode(detail)}</p>"""
                )}
                <div class="buttons">
                {Lines(items.Select(Button))}
                </div>
                </section>
                """,
            CardPart.ProgressList(var rows) => Lines(rows.Select(HtmlProgress.Draw)),
            CardPart.Divider => """<hr class="divider">""",
            _ => throw new UnreachableException($"Html cannot draw {part.GetType().Name}."),
        };

    private static string Ranking(CardPart.Ranking ranking) =>
        $"""
            <table class="ranking">
            <caption class="visually-hidden">{Encode(ranking.Language.Say($"Ranking by {ranking.Unit}"))}</caption>
            <thead><tr><th scope="col" class="place">{Encode(ranking.Language.Say($"Rank"))}</th><th scope="col" class="name">{Encode(ranking.Language.Say($"Name"))}</th><th scope="col" class="score">{Encode(
                ranking.Unit
            )}</th></tr></thead>
            <tbody>
            {Lines(ranking.Rows.Select((row, index) => (ranking.HasGapBefore(index) ? Gap : "") + Row(row, ranking.Language)))}
            </tbody>
            </table>
            """;

    private const string Gap = """<tr class="gap"><td colspan="3"><span aria-hidden="true">⋮</span></td></tr>""";

    private static string Row(RankingRow row, Language language)
    {
        var mark = row.IsViewer ? " class=\"is-viewer\" aria-current=\"true\"" : "";
        var you = row.IsViewer ? $" <span class=\"you\">{Encode(language.Say($"you"))}</span>" : "";
        var note = row.Note is { } text ? $" <span class=\"note\">{Encode(text)}</span>" : "";
        return $"""
            <tr{mark}><td class="place"><span aria-hidden="true">{Encode(row.Place)}</span><span class="visually-hidden">{Encode(
                row.PlaceText(language)
            )}</span></td><th scope="row" class="name">{Bidi(row.Name)}{you}</th><td class="score">{Encode(row.Score)}{note}</td></tr>
            """;
    }

    private static string Line(LedgerRow row)
    {
        var why = row.Why is { } text ? $" <span class=\"why\">{Encode(text)}</span>" : "";
        return $"""<li><span class="amount">{Encode(row.Amount)}</span> <span class="what">{Bidi(row.What)}</span>{why} <span class="when">{Encode(row.When)}</span></li>""";
    }

    private static string Celebration(CardPart.Celebration celebration)
    {
        var art = celebration.Art is { } picture
            ? $"""<img class="art" src="{Encode(picture.Path)}" alt="{Encode(picture.Alternative)}">"""
            : $"""<span class="art" aria-hidden="true">{Encode(celebration.Emoji)}</span>""";
        return $"""
            <div class="celebration">
            {art}
            <div><strong class="headline" dir="auto">{Encode(celebration.Headline)}</strong><p class="detail" dir="auto">{Encode(
                celebration.Detail
            )}</p></div>
            </div>
            """;
    }

    private static string Choice(Option option) =>
        $"""<button {Press}value="{Encode(option.Command)}" data-command="{Encode(option.Command)}" data-answer="replace" aria-pressed="{(option.Selected ? "true" : "false")}">{Encode(option.Label)}</button>""";

    internal static string Button(Button button) =>
        button.Answer is Answer.Form
            ? Opener(button)
            : $"""<button {Press}{(button.Primary ? "class=\"primary\" " : "")}value="{Encode(button.Command)}" data-command="{Encode(button.Command)}" data-answer="{Lower(button.Answer)}">{Encode(button.Label)}</button>""";

    /// <summary>Without a script the form comes on a whole page, by the same request.</summary>
    private static string Opener(Button button) =>
        $"""<button type="submit" form="{Form}" formaction="/page/forms" name="open" {(button.Primary ? "class=\"primary\" " : "")}value="{Encode(button.Command)}" data-form="{Encode(button.Command)}">{Encode(button.Label)}</button>""";

    /// <summary>A name keeps its own direction and does not turn the words around it.</summary>
    internal static string Bidi(string text) => $"<bdi>{Encode(text)}</bdi>";

    internal static string Encode(string text) => Encoder.Encode(text);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    internal static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
