namespace Bot.Cards.Rendering;

/// <summary>Buttons in rows that fit a card of Teams, which breaks no row and cuts what is too long for it.</summary>
internal static class ActionRows
{
    /// <summary>Teams draws no more of them.</summary>
    private const int InARow = 6;

    /// <summary>Letters that stand side by side in a card.</summary>
    private const int Width = 58;

    /// <summary>As many letters as the border of a button and the gap after it take.</summary>
    private const int Border = 5;

    public static IReadOnlyList<IReadOnlyList<Button>> Of(IReadOnlyList<Button> buttons)
    {
        var rows = new List<List<Button>>();
        var left = 0;
        foreach (var button in buttons)
        {
            var width = button.Label.Length + Border;
            if (rows.Count == 0 || width > left || rows[^1].Count == InARow)
            {
                rows.Add([]);
                left = Width;
            }

            rows[^1].Add(button);
            left -= width;
        }

        return rows;
    }
}
