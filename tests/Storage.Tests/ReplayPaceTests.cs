using Storage.Verifying;

namespace Storage.Tests;

/// <summary>What a replay writes under one lock grows while nobody else writes, and is small again as soon as somebody does.</summary>
public sealed class ReplayPaceTests
{
    [Fact]
    public void Alone_it_writes_20_000_then_40_000_then_80_000_and_never_more_rows_a_lock()
    {
        var pace = new ReplayPace();

        Assert.Equal([20_000, 40_000, 80_000, 80_000], Enumerable.Range(0, 4).Select(_ => RowsOf(pace, isAlone: true)));
    }

    [Fact]
    public void One_group_of_somebody_else_makes_it_20_000_again()
    {
        var pace = new ReplayPace();
        pace.Wrote(isAlone: true);
        pace.Wrote(isAlone: true);

        Assert.Equal([80_000, 20_000], new[] { RowsOf(pace, isAlone: false), pace.RowsALock });
    }

    [Fact]
    public void Three_quarters_of_what_is_written_are_read_ahead_so_that_the_lock_is_free_while_it_waits_for_the_rest()
    {
        var pace = new ReplayPace();

        Assert.Equal(15_000, pace.RowsAhead);
        pace.Wrote(isAlone: true);
        Assert.Equal(30_000, pace.RowsAhead);
    }

    private static int RowsOf(ReplayPace pace, bool isAlone)
    {
        var rows = pace.RowsALock;
        pace.Wrote(isAlone);
        return rows;
    }
}
