using CsCheck;
using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>SPEC 7: each type of goal with its unit, its ranges and its arithmetic.</summary>
public sealed class GoalTypeTests
{
    [Theory]
    [InlineData(Metric.Quotes, "10", PeriodKind.Week, 10)]
    [InlineData(Metric.Quotes, "1", PeriodKind.Quarter, 1)]
    [InlineData(Metric.Quotes, "10000", PeriodKind.Month, 10_000)]
    [InlineData(Metric.Revenue, "10000.50", PeriodKind.Month, 10_000_50)]
    [InlineData(Metric.Revenue, "0.01", PeriodKind.Week, 1)]
    [InlineData(Metric.ResponseTime, "30", PeriodKind.Week, 1_800)]
    [InlineData(Metric.ResponseTime, "7.5", PeriodKind.Week, 450)]
    [InlineData(Metric.ActiveDays, "7", PeriodKind.Week, 7)]
    [InlineData(Metric.ActiveDays, "31", PeriodKind.Month, 31)]
    [InlineData(Metric.ActiveDays, "92", PeriodKind.Quarter, 92)]
    public void A_target_is_typed_in_its_unit_and_kept_whole(Metric metric, string typed, PeriodKind period, long kept) =>
        Assert.Equal(new GoalChecked.Valid(new(metric, period, kept)), Check(metric, typed, period));

    [Theory]
    [InlineData(Metric.Quotes, "0", PeriodKind.Week, "target", "The target must be more than 0.")]
    [InlineData(Metric.Quotes, "-3", PeriodKind.Week, "target", "The target must be more than 0.")]
    [InlineData(Metric.Quotes, "10001", PeriodKind.Week, "target", "The target is at most 10,000 quotes.")]
    [InlineData(Metric.Quotes, "2.5", PeriodKind.Week, "target", "The target must be a whole number.")]
    [InlineData(Metric.Revenue, "99.999", PeriodKind.Month, "target", "The target must be an amount with at most 2 decimals, as EUR has.")]
    [InlineData(Metric.Revenue, "10000000000001", PeriodKind.Month, "target", "The target is at most 10,000,000,000,000 EUR.")]
    [InlineData(
        Metric.Revenue,
        "79228162514264337593543950335",
        PeriodKind.Month,
        "target",
        "The target is at most 10,000,000,000,000 EUR."
    )]
    [InlineData(Metric.ResponseTime, "0.001", PeriodKind.Week, "target", "The target must be minutes that make whole seconds.")]
    [InlineData(Metric.ResponseTime, "10000.1", PeriodKind.Week, "target", "The target is at most 10,000 minutes.")]
    [InlineData(Metric.ActiveDays, "8", PeriodKind.Week, "target", "The target is at most 7 days.")]
    [InlineData(Metric.ActiveDays, "32", PeriodKind.Month, "target", "The target is at most 31 days.")]
    [InlineData(Metric.ActiveDays, "93", PeriodKind.Quarter, "target", "The target is at most 92 days.")]
    [InlineData(Metric.Quotes, "10", PeriodKind.Day, "period", "A goal lasts a week, a month or a quarter.")]
    [InlineData(Metric.Quotes, "10", PeriodKind.Custom, "period", "A goal lasts a week, a month or a quarter.")]
    [InlineData(Metric.Quotes, "10", PeriodKind.All, "period", "A goal lasts a week, a month or a quarter.")]
    public void A_wrong_target_is_refused_at_its_field(Metric metric, string typed, PeriodKind period, string field, string message)
    {
        var fault = Assert.IsType<GoalChecked.Invalid>(Check(metric, typed, period)).Fault;

        Assert.Equal((field, message), (fault.Field, FormattableString.Invariant(fault.Message)));
        Assert.NotEmpty(FormattableString.Invariant(fault.Remedy));
    }

    [Fact]
    public void A_currency_without_decimals_takes_none()
    {
        var yen = Company.Organisation with { Currency = "JPY" };

        Assert.Equal(
            new GoalChecked.Valid(new(Metric.Revenue, PeriodKind.Month, 500_000)),
            GoalCheck.Of(new(Metric.Revenue, 500_000m, PeriodKind.Month), yen)
        );
        Assert.IsType<GoalChecked.Invalid>(GoalCheck.Of(new(Metric.Revenue, 0.5m, PeriodKind.Month), yen));
    }

    [Theory]
    [InlineData(9, 10, 90_00, false)]
    [InlineData(10, 10, 100_00, true)]
    [InlineData(13, 10, 130_00, true)]
    [InlineData(299, 300, 99_66, false)]
    [InlineData(999_999_99, 1_000_000_00, 99_99, false)]
    [InlineData(0, 10, 0, false)]
    [InlineData(-2, 10, 0, false)]
    [InlineData(long.MaxValue, 1, long.MaxValue, true)]
    public void More_is_better_in_exact_hundredths_of_a_percent_rounded_down(long actual, long target, long basisPoints, bool isComplete)
    {
        var attainment = new Attainment(actual, target, LowerIsBetter: false);

        Assert.Equal((basisPoints, isComplete), (attainment.BasisPoints, attainment.IsComplete));
    }

    [Theory]
    [InlineData(1_801, 99_94, false)]
    [InlineData(1_800, 100_00, true)]
    [InlineData(1_799, 100_05, true)]
    [InlineData(900, 200_00, true)]
    [InlineData(1, 999_00, true)]
    [InlineData(0, 999_00, true)]
    public void Lower_is_better_and_at_most_999_percent(long actual, long basisPoints, bool isComplete)
    {
        var attainment = new Attainment(actual, 1_800, LowerIsBetter: true);

        Assert.Equal((basisPoints, isComplete), (attainment.BasisPoints, attainment.IsComplete));
    }

    [Theory]
    [InlineData(1_636, 110_00, true)]
    [InlineData(1_637, 110_00, false)]
    [InlineData(1_384, 130_00, true)]
    [InlineData(1_385, 130_00, false)]
    public void Thirty_minutes_is_reached_at_110_percent_by_27_minutes_16_and_at_130_by_23_04(long actual, long trigger, bool reaches) =>
        Assert.Equal(reaches, new Attainment(actual, 1_800, LowerIsBetter: true).Reaches(trigger));

    [Theory]
    [InlineData(new int[0], 0, 0)]
    [InlineData(new[] { 40 }, 1, 40)]
    [InlineData(new[] { 10, 20, 30, 40 }, 4, 25)]
    [InlineData(new[] { 50, 10, 40, 20, 30 }, 5, 30)]
    [InlineData(new[] { 10, 20, 30, 41, 50, 60 }, 6, 36)]
    [InlineData(new[] { 10, 20, 1_800, 1_801, 5_000, 6_000 }, 6, 1_801)]
    [InlineData(new[] { int.MaxValue, int.MaxValue }, 2, int.MaxValue)]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two_rounded_up(int[] seconds, int count, long median) =>
        Assert.Equal(new MedianReply(count, median), MedianReply.Of(seconds));

    [Fact]
    public void The_rounded_median_is_within_a_target_exactly_when_the_unrounded_one_is() =>
        Gen.Select(Gen.Int[0, 50].Array[1, 12], Gen.Int[0, 50])
            .Sample(
                (seconds, target) =>
                {
                    int[] ordered = [.. seconds.Order()];
                    var doubled = ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2];
                    Assert.Equal(doubled <= 2 * target, MedianReply.Of(seconds).Seconds <= target);
                },
                threads: 1
            );

    [Fact]
    public void Every_type_has_a_name_that_is_read_back() =>
        Assert.All(
            Enum.GetValues<Metric>(),
            metric => Assert.Equal(GoalType.Of(metric), GoalType.Parse(GoalType.Of(metric).Name.ToUpperInvariant()))
        );

    private static GoalChecked Check(Metric metric, string typed, PeriodKind period) =>
        GoalCheck.Of(new(metric, decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture), period), Company.Organisation);
}
