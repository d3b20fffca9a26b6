using CsCheck;
using Gamification.Rewards;

namespace Gamification.Tests;

/// <summary>SPEC 9, Collective rewards: what is split adds up to the amount, to the last coin.</summary>
public sealed class ShareTests
{
    [Theory]
    [InlineData(Sharing.Each, 1_000, new long[] { 5, 0, -3 }, new long[] { 1_000, 1_000, 1_000 })]
    [InlineData(Sharing.Even, 1_000, new long[] { 0, 0, 0 }, new long[] { 334, 333, 333 })]
    [InlineData(Sharing.Even, 999, new long[] { 9, 1, 0 }, new long[] { 333, 333, 333 })]
    [InlineData(Sharing.Even, 2, new long[] { 9, 1, 0 }, new long[] { 1, 1, 0 })]
    [InlineData(Sharing.Proportional, 101, new long[] { 50, 30, 20 }, new long[] { 51, 30, 20 })]
    [InlineData(Sharing.Proportional, 100, new long[] { 50, 30, 20 }, new long[] { 50, 30, 20 })]
    [InlineData(Sharing.Proportional, 1_000, new long[] { 7, 7, 7 }, new long[] { 334, 333, 333 })]
    [InlineData(Sharing.Proportional, 1_000, new long[] { 0, 0, 0 }, new long[] { 334, 333, 333 })]
    [InlineData(Sharing.Proportional, 1_000, new long[] { -5, -1, 0 }, new long[] { 334, 333, 333 })]
    [InlineData(Sharing.Proportional, 1_000, new long[] { 3, -900, 1 }, new long[] { 750, 0, 250 })]
    [InlineData(Sharing.Proportional, 10, new long[] { 1, 1, 2 }, new long[] { 3, 2, 5 })]
    [InlineData(Sharing.Proportional, 1, new long[] { 1, 2, 1 }, new long[] { 0, 1, 0 })]
    [InlineData(Sharing.Proportional, long.MaxValue, new long[] { long.MaxValue, 0, 0 }, new long[] { long.MaxValue, 0, 0 })]
    public void An_amount_is_given_to_three_by_what_they_brought(Sharing share, long amount, long[] brought, long[] received) =>
        Assert.Equal(received, Received(share, amount, brought));

    [Fact]
    public void What_is_left_over_goes_by_the_ordinal_order_of_ids_however_they_come() =>
        Assert.Equal(
            [new(new("B"), 334), new(new("a"), 333), new(new("ä"), 333)],
            Shares.Of(Sharing.Even, 1_000, [new(new("ä"), 0), new(new("a"), 0), new(new("B"), 0)])
        );

    [Theory]
    [InlineData(Sharing.Each)]
    [InlineData(Sharing.Even)]
    [InlineData(Sharing.Proportional)]
    public void Without_recipients_nothing_is_given(Sharing share) => Assert.Empty(Shares.Of(share, 1_000, []));

    [Fact]
    public void What_is_split_always_adds_up_and_nobody_who_brought_more_receives_less() =>
        Gen.Select(Gen.Enum<Sharing>(), Gen.Long[0, 1_000_000_000_000], Gen.Long[-1_000, 1_000_000_000_000_000].Array[1, 40])
            .Where((share, _, _) => share is not Sharing.Each)
            .Sample(
                (share, amount, brought) =>
                {
                    var received = Received(share, amount, brought);
                    Assert.Equal(amount, received.Sum());
                    Assert.All(received, part => Assert.InRange(part, 0, amount));
                    if (share is Sharing.Proportional)
                        foreach (var (less, more) in InPairs(brought.Zip(received).Order()))
                            Assert.True(less.First == more.First || less.Second <= more.Second);
                },
                threads: 1
            );

    private static IReadOnlyList<long> Received(Sharing share, long amount, long[] brought) =>
        [
            .. Shares
                .Of(share, amount, brought.Select((contribution, i) => new Recipient(new($"u{i:D2}"), contribution)).Reverse())
                .Select(part => part.Amount),
        ];

    private static IEnumerable<((long First, long Second), (long First, long Second))> InPairs(IEnumerable<(long, long)> rows)
    {
        (long, long)[] all = [.. rows];
        return all.Zip(all.Skip(1));
    }
}
