using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>What a manager sees before a goal is published: absolute numbers, what is paid, where a little more pays a jump.</summary>
public sealed class PlanPreviewTests
{
    private static readonly PlanWish Hundred = Plans.Revenue with { Target = 100_000 };

    [Fact]
    public void Tiers_are_shown_in_absolute_numbers()
    {
        PlanWish With(Metric metric, decimal target) =>
            Plans.Revenue with
            {
                Metric = metric,
                Target = target,
                Tiers = [new(TierKind.Super), new(TierKind.Mega)],
            };

        Assert.Equal([30_000_00, 33_000_00, 39_000_00], Values(With(Metric.Revenue, 30_000)));
        Assert.Equal([15, 17, 20], Values(With(Metric.Quotes, 15)));
        Assert.Equal([1_800, 1_636, 1_384], Values(With(Metric.ResponseTime, 30)));
    }

    [Fact]
    public void Marginal_pays_at_each_of_seven_attainments() =>
        Assert.Equal(
            [(90, 0), (100, 0), (110, 100), (120, 300), (130, 500), (150, 1_100L), (200, 1_100L)],
            Paid(new(AcceleratorKind.Marginal, AcceleratorUnit.Coins, [new(100, 110, 10), new(110, 130, 20), new(130, 150, 30)]))
        );

    [Fact]
    public void Retroactive_is_warned_of_by_name_where_it_jumps()
    {
        var wish = Hundred with
        {
            Accelerator = new(
                AcceleratorKind.Retroactive,
                AcceleratorUnit.Coins,
                [new(100, 110, 1), new(110, 120, 1.2m), new(120, null, 1.2m)],
                Per: 100,
                NoCap: true
            ),
        };
        var preview = PlanPreview.Of(Plans.Terms(wish), pointsEach: null);

        Assert.Equal([new Cliff(99_999_99, 100_000_00, 0, 1_000), new(109_999_99, 110_000_00, 1_099, 1_320)], preview.Cliffs);
        Assert.Equal([1_000, 221], preview.Cliffs.Select(cliff => cliff.Jump));
    }

    [Fact]
    public void Marginal_and_steps_have_no_cliffs() =>
        Assert.All(
            (AcceleratorWish[])
                [
                    new(AcceleratorKind.Marginal, AcceleratorUnit.Coins, [new(100, 110, 10)]),
                    new(AcceleratorKind.Step, AcceleratorUnit.Coins, Size: 5, Amount: 10),
                ],
            accelerator => Assert.Empty(PlanPreview.Of(Plans.Terms(Hundred with { Accelerator = accelerator }), null).Cliffs)
        );

    [Fact]
    public void A_multiplier_shows_its_factor_and_the_extra_of_deals_at_50_points()
    {
        var wish = Plans.Revenue with
        {
            Metric = Metric.Deals,
            Target = 10,
            Accelerator = new(AcceleratorKind.Multiplier, Bands: [new(100, 130, 1.5m), new(130, null, 2)], NoCap: true),
        };

        Assert.Equal(
            [
                new PaidAt(90_00, 9, 0, 1),
                new(100_00, 10, 0, 1.5m),
                new(110_00, 11, 25, 1.5m),
                new(120_00, 12, 50, 1.5m),
                new(130_00, 13, 75, 2),
                new(150_00, 15, 175, 2),
                new(200_00, 20, 425, 2),
            ],
            PlanPreview.Of(Plans.Terms(wish), pointsEach: 50).Paid
        );
        Assert.All(PlanPreview.Of(Plans.Terms(wish), pointsEach: null).Paid, row => Assert.Null(row.Paid));
    }

    [Fact]
    public void A_person_with_a_target_of_their_own_sees_their_own_numbers() =>
        Assert.Equal([20_000_00], PlanPreview.Of(Plans.Terms(Plans.Revenue), 20_000_00, pointsEach: null).Tiers.Select(tier => tier.Value));

    private static IEnumerable<long> Values(PlanWish wish) =>
        PlanPreview.Of(Plans.Terms(wish), pointsEach: null).Tiers.Select(tier => tier.Value);

    private static IEnumerable<(long Percent, long Paid)> Paid(AcceleratorWish accelerator) =>
        PlanPreview
            .Of(Plans.Terms(Hundred with { Accelerator = accelerator }), pointsEach: null)
            .Paid.Select(row => (row.BasisPoints / 100, row.Paid!.Value));
}
