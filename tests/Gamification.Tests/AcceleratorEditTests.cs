using CsCheck;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>SPEC 10, Goal edits: in a running period an accelerator pays nobody less than it promised.</summary>
public sealed class AcceleratorEditTests
{
    private static readonly BandWish[] Bands = [new(100, 110, 10), new(110, 130, 20)];

    public static TheoryData<AcceleratorWish?, AcceleratorWish?, string?> Accelerators
    {
        get
        {
            var marginal = new AcceleratorWish(AcceleratorKind.Marginal, AcceleratorUnit.Coins, Bands, Cap: 100);
            var whole = new AcceleratorWish(AcceleratorKind.Retroactive, AcceleratorUnit.Coins, Bands, Per: 100);
            var steps = new AcceleratorWish(AcceleratorKind.Step, AcceleratorUnit.Coins, From: 110, Size: 5, Amount: 25, MaxSteps: 4);
            var twice = new AcceleratorWish(AcceleratorKind.Multiplier, Bands: [new(100, 130, 2)]);
            return new()
            {
                { null, marginal, null },
                { marginal, null, "accelerator" },
                { marginal, steps, "accelerator" },
                { marginal, marginal, null },
                { marginal, marginal with { Unit = AcceleratorUnit.Points }, "accelerator.unit" },
                { marginal, marginal with { Cap = 101 }, null },
                { marginal, marginal with { Cap = 99 }, "accelerator.cap" },
                { marginal, marginal with { Cap = null }, null },
                { marginal with { Cap = null }, marginal, "accelerator.cap" },
                { marginal, marginal with { Gate = new(Metric.Quotes, 5) }, "accelerator.gate" },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal, null },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal with { Gate = new(Metric.Quotes, 4) }, null },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal with { Gate = new(Metric.Quotes, 6) }, "accelerator.gate" },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal with { Gate = new(Metric.Deals, 4) }, "accelerator.gate" },
                { marginal, marginal with { Bands = [new(100, 110, 11), new(110, 130, 20)] }, null },
                { marginal, marginal with { Bands = [new(100, 110, 10), new(110, 130, 19.9m)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(100, 109, 10), new(109, 130, 20)] }, null },
                { marginal, marginal with { Bands = [new(100, 111, 10), new(111, 130, 20)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(101, 110, 10), new(110, 130, 20)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(100, 110, 10), new(110, 129, 20)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(100, 110, 10), new(110, null, 20)] }, null },
                { whole, whole with { Per = 99 }, null },
                { whole, whole with { Per = 101 }, "accelerator.per" },
                { steps, steps with { From = 109, Size = 4, Amount = 26, MaxSteps = 5 }, null },
                { steps, steps with { MaxSteps = null }, null },
                { steps, steps with { From = 111 }, "accelerator.from" },
                { steps, steps with { Size = 6 }, "accelerator.size" },
                { steps, steps with { Amount = 24 }, "accelerator.amount" },
                { steps, steps with { MaxSteps = 3 }, "accelerator.maxSteps" },
                { steps with { MaxSteps = null }, steps, "accelerator.maxSteps" },
                { twice, twice with { Bands = [new(100, 130, 2.5m)] }, null },
                { twice, twice with { Bands = [new(100, 130, 1.5m)] }, "accelerator.bands" },
                { twice, twice with { Bands = [new(100, 120, 2)] }, "accelerator.bands" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Accelerators))]
    public void An_accelerator_may_only_pay_more(AcceleratorWish? before, AcceleratorWish? after, string? field) =>
        Edits.Holds(Plans.Revenue with { Accelerator = before }, Plans.Revenue with { Accelerator = after }, field);

    [Theory]
    [InlineData(AcceleratorKind.Marginal, null)]
    [InlineData(AcceleratorKind.Retroactive, "accelerator.bands")]
    [InlineData(AcceleratorKind.Multiplier, "accelerator.bands")]
    public void A_lower_target_may_not_bring_the_end_of_the_bands_nearer(AcceleratorKind kind, string? field)
    {
        var wish = Plans.Revenue with
        {
            Accelerator = new(kind, AcceleratorUnit.Points, [new(100, 130, 2)], Per: kind is AcceleratorKind.Retroactive ? 100 : null),
        };

        Edits.Holds(wish, wish with { Target = 25_000 }, field);
    }

    [Fact]
    public void An_accelerator_edited_at_once_pays_nobody_less() =>
        Gen.Select(Plans.Accelerators, Plans.Accelerators, Gen.Long[1, 100_000], Gen.Long[1, 100_000], Gen.Long[0, 300_000])
            .SelectMany(draw => Gen.Select(Gen.Const(draw), Gen.Bool))
            .Sample(
                (draw, isSame) =>
                {
                    var (one, other, target, lower, actual) = draw;
                    var (now, then) = (With(one, Math.Max(target, lower)), With(isSame ? one : other, Math.Min(target, lower)));
                    return GoalEdit.Of(now, then, true, Company.Organisation) is not GoalEditAnswer.AtOnce
                        || Pays(now, actual) <= Pays(then, actual);
                },
                iter: 5_000,
                threads: 1
            );

    private static PlanTerms With(Accelerator accelerator, long target)
    {
        var terms = Plans.Terms(Plans.Revenue);
        return terms with { Target = target, Plan = terms.Plan with { Accelerator = accelerator } };
    }

    private static long Pays(PlanTerms terms, long actual) => AcceleratorTotal.Of(terms.Plan.Accelerator!, actual, terms.Target, true);
}
