using System.Diagnostics;
using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>
/// The accelerator of a wish. What it finds right never pays less for more: rates are not negative, and where all is paid at the rate
/// that was reached, they do not fall. A decelerator is a later band of a marginal one, or of a multiplier, with a lower rate.
/// </summary>
internal sealed class AcceleratorCheck(GoalType type, long most, PlanContext context, PlanFaults faults)
{
    private const string Field = "accelerator";
    private const decimal Least = 100;
    private const decimal MostPercent = 10_000;
    private const long MostOfStep = 1_000_000_000;
    private const int MostSteps = 1_000_000;

    /// <summary>Null where it is wrong.</summary>
    public Accelerator? Of(AcceleratorWish wish, SubjectKind subject)
    {
        faults.AddWhen(
            subject is SubjectKind.Team or SubjectKind.Organisation,
            Field,
            $"Only goals of a person or of each member have an accelerator.",
            $"Leave it out, or choose another subject."
        );
        faults.AddWhen(type.IsMedian, Field, $"A goal by response time has no accelerator.", $"Leave it out, or choose another metric.");
        var kind = wish.Kind ?? AcceleratorKind.Marginal;
        CheckMembers(wish, kind);
        var (unit, cap, gate) = (UnitOf(wish, kind), CapOf(wish), GateOf(wish.Gate));
        return kind switch
        {
            AcceleratorKind.Marginal => new Accelerator.Marginal(unit, BandsOf(wish, kind), cap, gate),
            AcceleratorKind.Retroactive => new Accelerator.Retroactive(unit, PerOf(wish), BandsOf(wish, kind), cap, gate),
            AcceleratorKind.Step => StepOf(wish, unit, cap, gate),
            AcceleratorKind.Multiplier => new Accelerator.Multiplier(BandsOf(wish, kind), cap, gate),
            _ => throw new UnreachableException($"No accelerator for {kind}."),
        };
    }

    private void CheckMembers(AcceleratorWish wish, AcceleratorKind kind)
    {
        var isStep = kind is AcceleratorKind.Step;
        Check(wish.Bands is { Count: > 0 } && isStep, "bands");
        Check(wish.Per is not null && kind is not AcceleratorKind.Retroactive, "per");
        Check(wish.From is not null && !isStep, "from");
        Check(wish.Size is not null && !isStep, "size");
        Check(wish.Amount is not null && !isStep, "amount");
        Check(wish.MaxSteps is not null && !isStep, "maxSteps");

        void Check(bool isWrong, string member) =>
            faults.AddWhen(
                isWrong,
                $"{Field}.{member}",
                $"An accelerator of the kind {kind.ToString().ToLowerInvariant()} has no {member}.",
                $"Leave it out."
            );
    }

    private AcceleratorUnit UnitOf(AcceleratorWish wish, AcceleratorKind kind)
    {
        const string unit = $"{Field}.unit";
        if (kind is not AcceleratorKind.Multiplier)
            return faults.Chosen(unit, $"What the accelerator pays", wish.Unit, $"Choose coins or points.") ?? default;

        faults.AddWhen(wish.Unit is AcceleratorUnit.Coins, unit, $"A multiplier pays points.", $"Choose points, or another kind.");
        faults.AddWhen(
            type.Metric is Metric.Points,
            $"{Field}.kind",
            $"A goal by points has no multiplier: it would feed itself.",
            $"Choose another kind of accelerator, or another metric."
        );
        return AcceleratorUnit.Points;
    }

    private long? CapOf(AcceleratorWish wish)
    {
        if (wish.Cap is null)
            return null;

        faults.AddWhen(wish.NoCap, $"{Field}.noCap", $"There is a cap, and no cap at once.", $"Leave one of the two out.");
        return faults.Whole($"{Field}.cap", $"The cap", wish.Cap, AcceleratorTotal.Most);
    }

    private Gate? GateOf(GateWish? wish)
    {
        const string metric = $"{Field}.gate.metric";
        if (
            wish is null
            || faults.Chosen(metric, $"The metric of the gate", wish.Metric, $"Choose another metric than the goal's.") is not { } other
        )
            return null;

        var gated = GoalType.Of(other);
        faults.AddWhen(other == type.Metric, metric, $"A gate has another metric than the goal.", $"Choose another metric.");
        faults.AddWhen(gated.IsMedian, metric, $"Response time is decided at the close and is no gate.", $"Choose another metric.");
        return new(other, faults.Amount($"{Field}.gate.atLeast", $"The gate", wish.AtLeast, gated, gated.Most, context.Organisation));
    }

    private long PerOf(AcceleratorWish wish) => faults.Amount($"{Field}.per", $"Per", wish.Per, type, most, context.Organisation);

    private IReadOnlyList<Band> BandsOf(AcceleratorWish wish, AcceleratorKind kind) =>
        new BandCheck(kind, wish.Cap is not null || wish.NoCap, faults).Of(wish.Bands ?? [], $"{Field}.bands");

    private Accelerator.Step StepOf(AcceleratorWish wish, AcceleratorUnit unit, long? cap, Gate? gate) =>
        new(
            unit,
            faults.Percent($"{Field}.from", $"The start of the steps", wish.From ?? Least, Least, MostPercent) ?? 0,
            faults.Percent($"{Field}.size", $"The size of a step", wish.Size, 0.01m, MostPercent) ?? 0,
            faults.Whole($"{Field}.amount", $"What a step pays", wish.Amount, MostOfStep),
            wish.MaxSteps is null ? null : (int)faults.Whole($"{Field}.maxSteps", $"The number of steps", wish.MaxSteps, MostSteps),
            cap,
            gate
        );
}
