using System.Globalization;
using static Bot.Cards.Rendering.Html;

namespace Bot.Cards.Rendering;

/// <summary>Progress as HTML: a section with a real progress bar, which says its figure.</summary>
internal static class HtmlProgress
{
    public static string Draw(ProgressRow row) =>
        $"""
            <section class="entry goal" role="group" aria-label="{Encode(row.Title)}">
            <p class="entry-title"><span class="name">{Bidi(row.Title)}</span> <span class="chip">{Encode(
                row.Chip
            )}</span> <span class="state">{Encode(row.State)}</span></p>
            {Bar(row)}<p class="standing" dir="auto">{Figure(row)}{Encode(row.Standing)}</p>
            {Lines(row.Details.Select(detail => $"<p class=\"entry-detail\" dir=\"auto\">{Encode(detail)}</p>"))}
            {Buttons(row)}
            </section>
            """;

    private static string Bar(ProgressRow row) =>
        row.Percent is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"""<progress max="100" value="{row.Drawn}" aria-label="{Encode(row.Title)}: {row.Figure}"></progress>"""
            );

    private static string Figure(ProgressRow row) => row.Percent is null ? "" : $"""<strong class="figure">{row.Figure}</strong> """;

    private static string Buttons(ProgressRow row) =>
        row.Items.Count == 0
            ? ""
            : $"""
                <div class="buttons">
                {Lines(row.Items.Select(Html.Button))}
                </div>
                """;
}
