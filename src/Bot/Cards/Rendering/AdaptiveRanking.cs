using System.Text.Json.Nodes;
using Bot.Texts;
using static Bot.Cards.Rendering.AdaptiveText;

namespace Bot.Cards.Rendering;

/// <summary>A leaderboard as an Adaptive Card table; the viewer's row is filled and says so in words.</summary>
internal static class AdaptiveRanking
{
    /// <summary>Keeps words off the edges of the filled row: table cells have no padding of their own.</summary>
    private const string Edge = "\u00A0";

    public static JsonObject Draw(CardPart.Ranking ranking) =>
        new()
        {
            ["type"] = "Table",
            ["showGridLines"] = false,
            ["verticalCellContentAlignment"] = "center",
            ["columns"] = new JsonArray(Column(1, "left"), Column(5, "left"), Column(3, "right")),
            ["rows"] = new JsonArray([
                Row([Text(Subtle(Edge + "#"))], [Text(Subtle(ranking.Language.Say($"Name")))], [Text(Subtle(ranking.Unit + Edge))]),
                .. ranking.Rows.SelectMany((row, index) => Lines(row, ranking.HasGapBefore(index), ranking.Language)),
            ]),
        };

    private static IEnumerable<JsonObject> Lines(RankingRow row, bool afterGap, Language language)
    {
        if (afterGap)
            yield return Row([Text(Subtle(Edge + "⋮"))], [Text(Subtle(" "))], [Text(Subtle(" "))]);

        yield return row.IsViewer
            ? Viewer(row, language)
            : Row([Text(Run(Edge + row.Place))], [Text(Run(row.Name))], Score(Run(row.Score + Edge), row.Note));
    }

    private static JsonObject Viewer(RankingRow row, Language language)
    {
        var line = Row(
            [Text(Bold(Edge + row.Place))],
            [Text(Bold(language.Say($"{row.Name} (you)")))],
            Score(Bold(row.Score + Edge), row.Note)
        );
        line["style"] = "accent";
        return line;
    }

    private static JsonObject[] Score(JsonObject score, string? note) =>
        note is null ? [Text(score)] : [Text(score), Text(Subtle(note + Edge))];

    private static JsonObject Row(JsonObject[] place, JsonObject[] name, JsonObject[] score) =>
        new() { ["type"] = "TableRow", ["cells"] = new JsonArray(Cell(place), Cell(name), Cell(score)) };

    private static JsonObject Cell(JsonObject[] items)
    {
        foreach (var item in items.Skip(1))
            item["spacing"] = "none";

        return new() { ["type"] = "TableCell", ["items"] = new JsonArray([.. items]) };
    }

    private static JsonObject Column(int width, string alignment) =>
        new() { ["width"] = width, ["horizontalCellContentAlignment"] = alignment };
}
