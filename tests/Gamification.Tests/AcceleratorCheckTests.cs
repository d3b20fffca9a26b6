using CsCheck;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>SPEC 9: accelerators that never pay less for more; each refusal at the field as it is named on the wire.</summary>
public sealed class AcceleratorCheckTests
{
    private static readonly AcceleratorWish Steps = new(AcceleratorKind.Step, AcceleratorUnit.Points, From: 100, Size: 5, Amount: 25);

    [Fact]
    public void An_accelerator_is_for_one_person_and_never_by_response_time()
    {
        Plans.Refused(Plans.Revenue with { Accelerator = Plans.Marginal }, null);
        Plans.Refused(Plans.Members with { Accelerator = Plans.Marginal }, null);
        Plans.Refused(Plans.Team with { Accelerator = Plans.Marginal }, "accelerator");
        Plans.Refused(
            Plans.Revenue with
            {
                Subject = SubjectKind.Organisation,
                SubjectId = null,
                Accelerator = Plans.Marginal,
            },
            "accelerator"
        );
        Plans.Refused(Plans.Replies with { Accelerator = Plans.Marginal }, "accelerator");
    }

    [Theory]
    [InlineData(Metric.Revenue, null, null)]
    [InlineData(Metric.Revenue, AcceleratorUnit.Points, null)]
    [InlineData(Metric.Revenue, AcceleratorUnit.Coins, "accelerator.unit")]
    [InlineData(Metric.Points, null, "accelerator.kind")]
    public void A_multiplier_pays_points_and_not_on_a_goal_by_points(Metric metric, AcceleratorUnit? unit, string? field) =>
        Plans.Refused(
            Plans.Revenue with
            {
                Metric = metric,
                Accelerator = new(AcceleratorKind.Multiplier, unit, [new(100, 130, 1.5m)]),
            },
            field
        );

    public static TheoryData<BandWish[], string?> Bands =>
        new()
        {
            { [new(100, 110, 10), new(110, 130, 20)], null },
            { [new(100, 110, 10), new(110, 130, 0)], null },
            { [new(112.55m, 120.01m, 0.0001m)], null },
            { [], "bands" },
            { [new(99.99m, 110, 10)], "bands[0].from" },
            { [new(null, 110, 10)], "bands[0].from" },
            { [new(100.001m, 110, 10)], "bands[0].from" },
            { [new(110, 110, 10)], "bands[0].to" },
            { [new(120, 110, 10)], "bands[0].to" },
            { [new(100, 110, 10), new(110.01m, 130, 20)], "bands[1].from" },
            { [new(100, 110, 10), new(109.99m, 130, 20)], "bands[1].from" },
            { [new(100, null, 10), new(110, 130, 20)], "bands[0].to" },
            { [new(100, null, 10)], "bands[0].to" },
            { [new(100, 110, -0.01m)], "bands[0].rate bands" },
            { [new(100, 110, 0)], "bands" },
            { [new(100, 110, null), new(110, 120, 1)], "bands[0].rate" },
            { [new(100, 110, 0.00001m), new(110, 120, 1)], "bands[0].rate" },
            { [new(100, 110, 1_000_001), new(110, 120, 1)], "bands[0].rate" },
        };

    [Theory]
    [MemberData(nameof(Bands))]
    public void Bands_follow_each_other_from_100_percent_on(BandWish[] bands, string? members) =>
        Assert.Equal(
            (members?.Split(' ') ?? []).Select(member => $"accelerator.{member}").Order(),
            Plans.FieldsOf(Plans.Revenue with { Accelerator = Plans.Marginal with { Bands = bands } }).Order()
        );

    [Theory]
    [InlineData(null, false, "accelerator.bands[1].to")]
    [InlineData(500, false, null)]
    [InlineData(null, true, null)]
    [InlineData(500, true, "accelerator.noCap")]
    [InlineData(0, false, "accelerator.cap")]
    public void The_last_band_is_open_only_with_a_cap_or_when_none_is_wanted(int? cap, bool noCap, string? field) =>
        Plans.Refused(
            Plans.Revenue with
            {
                Accelerator = Plans.Marginal with { Bands = [new(100, 110, 10), new(110, null, 5)], Cap = cap, NoCap = noCap },
            },
            field
        );

    [Theory]
    [InlineData(AcceleratorKind.Marginal, "2", null)]
    [InlineData(AcceleratorKind.Retroactive, "2", "accelerator.bands[1].rate")]
    [InlineData(AcceleratorKind.Retroactive, "3", null)]
    [InlineData(AcceleratorKind.Multiplier, "2", null)]
    [InlineData(AcceleratorKind.Multiplier, "0.99", "accelerator.bands[1].rate")]
    [InlineData(AcceleratorKind.Multiplier, "101", "accelerator.bands[1].rate")]
    public void A_rate_falls_from_3_only_where_selling_more_never_pays_less(AcceleratorKind kind, string rate, string? field) =>
        Plans.Refused(
            Plans.Revenue with
            {
                Accelerator = new(
                    kind,
                    AcceleratorUnit.Points,
                    [new(100, 110, 3), new(110, 120, Plans.Number(rate))],
                    Per: kind is AcceleratorKind.Retroactive ? 100 : null
                ),
            },
            field
        );

    [Theory]
    [InlineData("100", "5", "25", "4", null)]
    [InlineData(null, "0.01", "1", null, null)]
    [InlineData("99.99", "5", "25", "4", "accelerator.from")]
    [InlineData("100", "0", "25", "4", "accelerator.size")]
    [InlineData("100", null, "25", "4", "accelerator.size")]
    [InlineData("100", "5", "0", "4", "accelerator.amount")]
    [InlineData("100", "5", null, "4", "accelerator.amount")]
    [InlineData("100", "5", "25", "0", "accelerator.maxSteps")]
    [InlineData("100", "5", "25", "1.5", "accelerator.maxSteps")]
    public void Steps_begin_at_100_percent_or_later_and_have_a_size(
        string? from,
        string? size,
        string? amount,
        string? most,
        string? field
    ) =>
        Plans.Refused(
            Plans.Revenue with
            {
                Accelerator = Steps with
                {
                    From = Plans.Maybe(from),
                    Size = Plans.Maybe(size),
                    Amount = Plans.Maybe(amount),
                    MaxSteps = Plans.Maybe(most),
                },
            },
            field
        );

    [Fact]
    public void Each_kind_of_accelerator_has_its_own_numbers()
    {
        Assert.Equal(
            ["accelerator.per", "accelerator.from", "accelerator.size", "accelerator.amount", "accelerator.maxSteps"],
            Plans.FieldsOf(
                Plans.Revenue with
                {
                    Accelerator = Plans.Marginal with { Per = 1, From = 100, Size = 1, Amount = 1, MaxSteps = 1 },
                }
            )
        );
        Plans.Refused(Plans.Revenue with { Accelerator = Steps with { Bands = Plans.Marginal.Bands } }, "accelerator.bands");
        Plans.Refused(Plans.Revenue with { Accelerator = Plans.Marginal with { Kind = AcceleratorKind.Retroactive } }, "accelerator.per");
        Plans.Refused(
            Plans.Revenue with
            {
                Accelerator = Plans.Marginal with { Kind = AcceleratorKind.Retroactive, Per = 0.001m },
            },
            "accelerator.per"
        );
        Plans.Refused(Plans.Revenue with { Accelerator = Plans.Marginal with { Unit = null } }, "accelerator.unit");
    }

    [Theory]
    [InlineData(Metric.Quotes, "20", null)]
    [InlineData(Metric.Quotes, "0.5", "accelerator.gate.atLeast")]
    [InlineData(Metric.Quotes, null, "accelerator.gate.atLeast")]
    [InlineData(Metric.Revenue, "20", "accelerator.gate.metric")]
    [InlineData(Metric.ResponseTime, "20", "accelerator.gate.metric")]
    [InlineData(null, "20", "accelerator.gate.metric")]
    public void A_gate_is_another_metric_that_adds_up(Metric? metric, string? atLeast, string? field) =>
        Plans.Refused(Plans.Revenue with { Accelerator = Plans.Marginal with { Gate = new(metric, Plans.Maybe(atLeast)) } }, field);

    [Fact]
    public void What_an_accelerator_found_right_pays_never_falls_as_the_actual_rises() =>
        Gen.Select(Plans.AcceleratorWishes, Gen.Long[1, 100_000_000], Gen.Long[0, 300_000_000], Gen.Long[0, 100_000_000])
            .Sample(
                (wish, target, actual, more) =>
                    PlanCheck.Of(Plans.Revenue with { Accelerator = wish }, Plans.Context)
                        is not PlanChecked.Valid
                        ({ Plan.Accelerator: { } accelerator })
                    || accelerator is Accelerator.Multiplier
                    || AcceleratorTotal.Of(accelerator, actual, target, true)
                        <= AcceleratorTotal.Of(accelerator, actual + more, target, true),
                iter: 5_000,
                threads: 1
            );
}
