using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>Whether an edited accelerator pays nobody less for the same actual.</summary>
/// <param name="unfavourable">Takes the field, and what is allowed there.</param>
internal sealed class AcceleratorFavour(PlanTerms before, PlanTerms after, Action<string, FormattableString> unfavourable)
{
    private const string Field = "accelerator";

    public void Check()
    {
        if (before.Plan.Accelerator is not { } now)
            return;
        if (after.Plan.Accelerator is not { } then || then.GetType() != now.GetType())
        {
            unfavourable(Field, $"the accelerator stays, of its kind");
            return;
        }

        if (now.Unit != then.Unit)
            unfavourable($"{Field}.unit", $"the accelerator pays what it pays now");
        if (then.Cap is { } cap && (now.Cap is not { } capped || cap < capped))
            unfavourable($"{Field}.cap", $"a cap may only be raised or left out");
        if (then.Gate is { } gate && (now.Gate is not { } gated || gate.Metric != gated.Metric || gate.AtLeast > gated.AtLeast))
            unfavourable($"{Field}.gate", $"a gate may only be lowered or left out");

        CheckRates(now, then);
    }

    private void CheckRates(Accelerator now, Accelerator then)
    {
        switch (now, then)
        {
            case (Accelerator.Marginal a, Accelerator.Marginal b):
                CheckRates(a.Bands, b.Bands);
                break;
            case (Accelerator.Multiplier a, Accelerator.Multiplier b):
                CheckFactors(a.Bands, b.Bands);
                break;
            case (Accelerator.Retroactive a, Accelerator.Retroactive b):
                if (b.Per > a.Per)
                    unfavourable($"{Field}.per", $"per may only be lowered");

                CheckRates(a.Bands, b.Bands);
                if (b.Bands[^1].To is { } end && !PaysAsFar(a.Bands[^1].To, end))
                    unfavourable($"{Field}.bands", $"the last band may not end at a lower amount");
                break;
            case (Accelerator.Step a, Accelerator.Step b):
                CheckSteps(a, b);
                break;
            default:
                break;
        }
    }

    /// <summary>Of attainment: that a lower target makes it higher takes from nobody.</summary>
    private void CheckRates(IReadOnlyList<Band> now, IReadOnlyList<Band> then)
    {
        if (LowerAt(Absolute(now, 1), Absolute(then, 1), outside: 0) is { } lower)
            unfavourable($"{Field}.bands", $"rates may only be raised: from {(long)lower / 100m:#,0.####} % on this one would be lower");
    }

    /// <summary>Of the actual: where factors fall or end, a lower target would bring that end nearer.</summary>
    private void CheckFactors(IReadOnlyList<Band> now, IReadOnlyList<Band> then)
    {
        if (
            before
                .TargetsBeside(after)
                .Any(target => LowerAt(Absolute(now, target.Here), Absolute(then, target.There), outside: 1) is not null)
        )
            unfavourable($"{Field}.bands", $"the points of no activity may be multiplied less than now");
    }

    /// <summary>A lower target moves the end of the last band down, and with it the most that is paid.</summary>
    private bool PaysAsFar(long? endNow, long endThen) =>
        endNow is { } end && before.TargetsBeside(after).All(target => (Int128)end * target.Here <= (Int128)endThen * target.There);

    private readonly record struct Stretch(Int128 From, Int128? To, decimal Rate);

    private static List<Stretch> Absolute(IReadOnlyList<Band> bands, long target) =>
        [.. bands.Select(band => new Stretch((Int128)band.From * target, band.To is { } to ? (Int128)to * target : null, band.Rate))];

    /// <summary>Where the new rate is first below the old one; null where it never is.</summary>
    private static Int128? LowerAt(List<Stretch> now, List<Stretch> then, decimal outside)
    {
        foreach (var edge in now.Concat(then).SelectMany(part => (Int128[])[part.From, part.To ?? part.From]).Distinct().Order())
            if (RateAt(then, edge, outside) < RateAt(now, edge, outside))
                return edge;

        return null;
    }

    private static decimal RateAt(List<Stretch> stretches, Int128 at, decimal outside) =>
        stretches.Where(part => part.From <= at && (part.To is not { } to || at < to)).Select(part => part.Rate).FirstOrDefault(outside);

    private void CheckSteps(Accelerator.Step now, Accelerator.Step then)
    {
        if (then.From > now.From)
            unfavourable($"{Field}.from", $"the steps may only begin earlier");
        if (then.Size > now.Size)
            unfavourable($"{Field}.size", $"a step may only become smaller");
        if (then.Amount < now.Amount)
            unfavourable($"{Field}.amount", $"what a step pays may only be raised");
        if (then.MaxSteps is { } most && (now.MaxSteps is not { } held || most < held))
            unfavourable($"{Field}.maxSteps", $"the number of steps may only be raised or left out");
    }
}
