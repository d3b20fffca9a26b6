using System.Text.Json.Nodes;
using static Bot.Cards.Rendering.AdaptiveText;

namespace Bot.Cards.Rendering;

/// <summary>Progress as an Adaptive Card: name and state beside each other, the bar with its figure under them, then buttons.</summary>
internal static class AdaptiveProgress
{
    public static IEnumerable<JsonObject> Draw(ProgressRow row) =>
        [
            AdaptiveCards.Apart(Stack([Heading(row), Standing(row), .. row.Details.Select(detail => Text(Subtle(detail)))])),
            .. AdaptiveCards.Actions(row.Items),
        ];

    private static JsonObject Heading(ProgressRow row) =>
        Columns(Column("stretch", Text(Bold(row.Title), Subtle($"  {row.Chip}"))), Column("auto", Text(Run(row.State))));

    private static JsonObject Standing(ProgressRow row) =>
        row.Percent is null
            ? Text(Run(row.Standing))
            : Text(Coloured($"{row.Bar}  ", "accent"), Bold(row.Figure), Run($"  {row.Standing}"));
}
