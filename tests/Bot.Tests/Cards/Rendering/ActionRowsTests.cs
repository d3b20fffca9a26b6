using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Tests.Cards.Rendering;

/// <summary>58 letters stand side by side in a card of Teams; a button takes five more than its label has.</summary>
public sealed class ActionRowsTests
{
    [Theory]
    [InlineData(new[] { 24, 24 }, new[] { 2 })]
    [InlineData(new[] { 24, 25 }, new[] { 1, 1 })]
    [InlineData(new[] { 16, 18, 26 }, new[] { 2, 1 })]
    [InlineData(new[] { 90, 4 }, new[] { 1, 1 })]
    [InlineData(new[] { 4, 4, 4, 4, 4, 4 }, new[] { 6 })]
    [InlineData(new[] { 4, 4, 4, 4, 4, 4, 4 }, new[] { 6, 1 })]
    [InlineData(new int[0], new int[0])]
    public void Buttons_that_would_be_cut_go_to_the_next_row(int[] labels, int[] rows)
    {
        Button[] buttons = [.. labels.Select((letters, i) => new Button(new string('a', letters), $"{i}"))];

        var drawn = ActionRows.Of(buttons);

        Assert.Equal(rows, drawn.Select(row => row.Count));
        Assert.Equal(buttons, drawn.SelectMany(row => row));
    }
}
