using Bot.Cards;
using Gamification.People;
using Storage;
using static Bot.Tests.Cards.BoardScenes;

namespace Bot.Tests.Cards;

public sealed class BoardRowsTests
{
    [Fact]
    public void The_reader_in_the_top_is_marked_in_place()
    {
        var rows = BoardRows.ForReader(View(Slice(Rows(), 2)), Reader(2));

        Assert.Equal([1, 2, 2], rows.Select(row => row.Rank));
        Assert.Equal([false, true, false], rows.Select(row => row.IsViewer));
    }

    [Fact]
    public void The_reader_below_the_top_stands_among_their_neighbours()
    {
        var rows = BoardRows.ForReader(View(Slice(Rows(), 9)), Reader(9));

        Assert.Equal([1, 2, 2, 8, 9, 10], rows.Select(row => row.Rank));
        Assert.Equal(9, rows.Single(row => row.IsViewer).Rank);
    }

    [Fact]
    public void The_reader_without_points_is_there_as_unranked() =>
        Assert.Equal(
            (null, "Max Neu", true),
            BoardRows.ForReader(View(Slice(Rows(), null)), Reader(13))[^1] is var row ? (row.Rank, row.Name, row.IsViewer) : default
        );

    [Theory]
    [InlineData(1, 160, "+54 · in the lead")]
    [InlineData(2, 160, "+20 · 34 to next")]
    [InlineData(9, 160, "−66 · 15 to next")]
    [InlineData(2, 180, "±0 · 34 to next")]
    public void The_own_row_shows_the_change_and_the_gap(int rep, long before, string note) =>
        Assert.Equal(note, BoardRows.ForReader(View(Slice(Rows(), rep)), Reader(rep, before: before)).Single(row => row.IsViewer).Note);

    [Fact]
    public void A_negative_score_is_0_to_others_and_exact_to_oneself()
    {
        var rows = Rows(["Alice", "Bruno"]).Select(row => row with { Score = -40, Rank = 1 }).ToList();

        var shown = BoardRows.ForReader(View(Slice(rows, 2)), Reader(2));

        Assert.Equal(["0", "−40"], shown.Select(row => row.Score));
        Assert.All(shown, row => Assert.False(row.Medal));
    }

    [Fact]
    public void An_alias_hides_the_name_from_others_only()
    {
        var rows = Rows().Select(row => row with { Publicity = Publicity.Alias, Alias = $"Falcon {row.Rank}" }).ToList();

        var shown = BoardRows.ForReader(View(Slice(rows, 1)), Reader(1));

        Assert.Equal(["Alice Moreau", "Falcon 2", "Falcon 2"], shown.Select(row => row.Name));
        Assert.All(
            BoardRows.ForChannel(Channel(PeriodState.Final, rows)),
            row => Assert.StartsWith("Falcon", row.Name, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(12, 5)]
    [InlineData(10, 5)]
    [InlineData(9, 4)]
    [InlineData(4, 2)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public void A_channel_lists_at_most_5_and_at_most_half(int ranked, int listed) =>
        Assert.Equal(listed, BoardRows.ForChannel(Channel(PeriodState.Final, [.. Rows().Take(ranked)])).Count);

    [Fact]
    public void Who_wants_no_public_post_is_in_none_and_counted_in_the_rest()
    {
        var rows = Rows().Select(row => row with { Publicity = row.Rank == 1 ? Publicity.None : Publicity.Named }).ToList();

        var card = BoardPostCard.Compose(Channel(PeriodState.Final, rows));

        Assert.DoesNotContain("Alice", Bot.Cards.Rendering.PlainText.Render(card), StringComparison.Ordinal);
        Assert.Contains(card.Parts.OfType<CardPart.Text>(), text => text.Value == "and 8 more");
    }

    [Fact]
    public void A_gap_is_where_somebody_is_left_out()
    {
        var ranking = new CardPart.Ranking(BoardRows.ForReader(View(Slice(Rows(), 9)), Reader(9)), "Points");

        Assert.Equal([false, false, false, true, false, false], Enumerable.Range(0, 6).Select(ranking.HasGapBefore));
    }
}
