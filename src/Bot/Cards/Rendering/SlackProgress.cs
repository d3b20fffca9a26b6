using System.Text.Json.Nodes;
using static Bot.Cards.Rendering.BlockKit;

namespace Bot.Cards.Rendering;

/// <summary>Progress as Slack blocks: one of text, and one of buttons where there are any.</summary>
internal static class SlackProgress
{
    public static IEnumerable<JsonObject> Draw(IReadOnlyList<ProgressRow> rows, int part)
    {
        var item = 0;
        foreach (var row in rows)
        {
            yield return RichText(Lines(row));
            if (row.Items.Count > 0)
                yield return Actions([.. row.Items.Select(button => BlockKit.Button(button, new(button.Answer, part, item++)))]);
        }
    }

    private static IEnumerable<JsonObject[]> Lines(ProgressRow row)
    {
        yield return [Bold(row.Title), Plain("  "), Code(row.Chip), Plain($"  {row.State}")];
        yield return row.Percent is null ? [Plain(row.Standing)] : [Plain($"{row.Bar}  "), Bold(row.Figure), Plain($"  {row.Standing}")];
        foreach (var detail in row.Details)
            yield return [Italic(detail)];
    }
}
