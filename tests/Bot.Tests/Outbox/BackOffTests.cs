using Bot.Outbox;

namespace Bot.Tests.Outbox;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 0, 30)]
    [InlineData(2, 0, 60)]
    [InlineData(3, 0, 120)]
    [InlineData(4, 0, 240)]
    [InlineData(5, 0, 300)]
    [InlineData(1_000_000, 0, 300)]
    [InlineData(1, 1, 37.5)]
    [InlineData(4, 0.5, 270)]
    [InlineData(5, 1, 375)]
    public void After_each_attempt_it_waits_twice_as_long_up_to_five_minutes_and_up_to_a_quarter_more(
        int attempt,
        double chance,
        double seconds
    ) => Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.Of(TimeSpan.FromSeconds(30), attempt, chance));

    [Fact]
    public void What_starts_longer_than_five_minutes_stays_as_long() =>
        Assert.Equal(TimeSpan.FromMinutes(10), BackOff.Of(TimeSpan.FromMinutes(10), attempt: 3, chance: 0));
}
