using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>What is proposed after a goal was reached: a tenth more, in numbers people would choose.</summary>
public sealed class GoalSuggestionTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    [InlineData(9, 10)]
    [InlineData(10, 11)]
    [InlineData(11, 13)]
    [InlineData(20, 22)]
    [InlineData(30, 33)]
    [InlineData(9_090, 9_999)]
    [InlineData(9_091, null)] // 10,001 is more than a form takes.
    [InlineData(10_000, null)]
    public void Quotes_go_up_by_a_tenth_rounded_up_to_whole_ones(long target, int? next) =>
        Assert.Equal(next, Of(Metric.Quotes, target, PeriodKind.Quarter));

    [Theory]
    [InlineData(0_01, 1_00)]
    [InlineData(1_00, 2_00)]
    [InlineData(9_99, 11_00)]
    [InlineData(10_00, 11_00)]
    [InlineData(95_00, 105_00)]
    [InlineData(999_00, 1_099_00)]
    [InlineData(1_000_00, 1_100_00)]
    [InlineData(1_234_00, 1_360_00)]
    [InlineData(10_000_00, 11_000_00)]
    [InlineData(12_345_00, 13_600_00)]
    [InlineData(1_250_000_00, 1_380_000_00)]
    public void Revenue_goes_up_in_hundredths_of_its_size(long target, long next) =>
        Assert.Equal(next, Of(Metric.Revenue, target, PeriodKind.Month));

    [Theory]
    [InlineData(909_090_909_090_909, 1_000_000_000_000_000)]
    [InlineData(1_000_000_000_000_000, null)]
    public void Revenue_ends_where_a_form_does(long target, long? next) => Assert.Equal(next, Of(Metric.Revenue, target, PeriodKind.Month));

    [Fact]
    public void A_currency_without_cents_goes_by_whole_units() =>
        Assert.Equal(110_000, GoalSuggestion.Of(Metric.Revenue, 100_000, PeriodKind.Month, Company.Organisation with { Currency = "JPY" }));

    [Theory]
    [InlineData(30 * 60, 27 * 60)]
    [InlineData(15 * 60, 13 * 60)]
    [InlineData(12 * 60, 10 * 60)]
    [InlineData(11 * 60, 9 * 60 + 54)]
    [InlineData(5 * 60, 4 * 60 + 30)]
    [InlineData(2 * 60, 60 + 48)]
    [InlineData(70, 60)]
    [InlineData(60, 54)]
    [InlineData(10, 9)]
    [InlineData(2, 1)]
    [InlineData(1, null)]
    public void A_median_goes_down_by_a_tenth(long seconds, int? next) =>
        Assert.Equal(next, Of(Metric.ResponseTime, seconds, PeriodKind.Week));

    [Theory]
    [InlineData(4, PeriodKind.Week, 5)]
    [InlineData(6, PeriodKind.Week, 7)]
    [InlineData(7, PeriodKind.Week, null)]
    [InlineData(20, PeriodKind.Month, 22)]
    [InlineData(28, PeriodKind.Month, 31)]
    [InlineData(29, PeriodKind.Month, null)]
    [InlineData(83, PeriodKind.Quarter, 92)]
    [InlineData(84, PeriodKind.Quarter, null)]
    public void Active_days_end_with_the_days_there_are(long target, PeriodKind period, int? next) =>
        Assert.Equal(next, Of(Metric.ActiveDays, target, period));

    private static long? Of(Metric metric, long target, PeriodKind period) =>
        GoalSuggestion.Of(metric, target, period, Company.Organisation);
}
