using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;

namespace Gamification.Tests;

/// <summary>What becomes of a prize: words are its life, <c>-</c> its line taken back, <c>+</c> given again.</summary>
public sealed class PrizeTests
{
    private static readonly PersonId Ana = new("ana");
    private static readonly Instant At = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly PrizeId Id = new(
        new(new(new("push"), SubjectId.Of(Ana), new("2026-11")), TierKind.Base),
        SubjectId.Of(Ana),
        "prize"
    );

    [Theory]
    [InlineData("", PrizeState.Pending)]
    [InlineData("fulfil", PrizeState.Fulfilled)]
    [InlineData("cancel", PrizeState.Cancelled)]
    [InlineData("-", PrizeState.Cancelled)]
    [InlineData("- +", PrizeState.Pending)]
    [InlineData("fulfil -", PrizeState.Fulfilled)]
    [InlineData("cancel - +", PrizeState.Cancelled)]
    public void A_prize_without_a_price_waits_to_be_handed_out(string life, PrizeState state) =>
        Assert.Equal(state, Live(null, life).State);

    [Theory]
    [InlineData("", PrizeState.Offered, 0)]
    [InlineData("redeem", PrizeState.Pending, 400)]
    [InlineData("redeem fulfil", PrizeState.Fulfilled, 400)]
    [InlineData("redeem cancel", PrizeState.Cancelled, 0)]
    [InlineData("cancel", PrizeState.Cancelled, 0)]
    [InlineData("redeem -", PrizeState.Cancelled, 0)]
    [InlineData("redeem - +", PrizeState.Offered, 0)]
    [InlineData("redeem - + redeem", PrizeState.Pending, 400)]
    [InlineData("redeem fulfil -", PrizeState.Fulfilled, 400)]
    public void A_prize_of_400_coins_is_offered_paid_and_handed_out_or_paid_back(string life, PrizeState state, long paid)
    {
        var prize = Live(400, life);

        Assert.Equal((state, paid), (prize.State, prize.Paid));
        Assert.All(prize.Steps.Where(step => step.Coins != 0), step => Assert.Equal(Ana, step.Payer));
        Assert.Equal(Enumerable.Range(1, prize.Steps.Count), prize.Steps.Select(step => step.Number));
    }

    [Theory]
    [InlineData("fulfil", false)]
    [InlineData("fulfil -", true)]
    [InlineData("fulfil - +", false)]
    [InlineData("-", false)]
    public void One_that_was_handed_out_is_flagged_while_its_line_is_taken_back(string life, bool flagged) =>
        Assert.Equal(flagged, Live(null, life).IsFlagged);

    private static Prize Live(long? price, string life)
    {
        var prize = new Prize(Id, "Dinner", price, IsGiven: true, []);
        foreach (var word in life.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            prize = prize with { IsGiven = word is not "-" && (word is "+" || prize.IsGiven) };
            var step = word switch
            {
                "redeem" => prize.Redeemed(Ana, At),
                "fulfil" => prize.Fulfilled(At, "mara", null),
                "cancel" => prize.Cancelled(At, "mara", "Sold out"),
                _ => prize.Withdrawn(At),
            };
            prize = step is null ? prize : prize with { Steps = [.. prize.Steps, step] };
        }

        return prize;
    }
}
