using System.Diagnostics;
using Bot.Cards;
using Gamification.Explaining;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Explaining.Assigned;

/// <summary>What goes beyond the target pays: band by band with numbers that sum up, floored once, and what was posted of it.</summary>
internal static class AcceleratorReasons
{
    private const int Told = 12;

    public static IEnumerable<string> Of(GoalStory story)
    {
        if (story.IsCollective || story.Plan.Accelerator is not { } accelerator)
            yield break;

        var total = Total(story, accelerator);
        yield return Arithmetic(story, accelerator);
        if (accelerator.Gate is { } gate)
            yield return Gate(story, gate, total);
        if (accelerator.Cap is { } cap)
            yield return Cap(story, accelerator, cap);
        yield return Posted(story, accelerator, total);
    }

    private static string Cap(GoalStory story, Accelerator accelerator, long cap)
    {
        var (most, all) = (Amount(story, accelerator, cap), WithoutCap(story, accelerator));
        return all > cap
            ? story.Say($"It pays {most} at most (cap): {story.Format.Number(all)} becomes {story.Format.Number(cap)}.")
            : story.Say($"It pays {most} at most (cap).");
    }

    private static string Arithmetic(GoalStory story, Accelerator accelerator) =>
        accelerator switch
        {
            Accelerator.Marginal marginal => Marginal(story, marginal),
            Accelerator.Retroactive retroactive => Retroactive(story, retroactive),
            Accelerator.Step step => Step(story, step),
            Accelerator.Multiplier multiplier => Multiplier(story, multiplier),
            _ => throw new UnreachableException($"No words for {accelerator.GetType().Name}."),
        };

    /// <summary>137.5 % of 100,000: 10 × 10 = 100, 20 × 20 = 400, 7.5 × 30 = 225; together 725.</summary>
    private static string Marginal(GoalStory story, Accelerator.Marginal marginal)
    {
        var parts = AcceleratorParts.Of(marginal, Actual(story), Target(story));
        if (parts.All(part => part.Reached.Numerator.IsZero))
            return Below(story, marginal.Bands[0]);

        var sum = parts.Aggregate(Ratio.Zero, (all, part) => all + part.Pays);
        var told = parts
            .Where(part => !part.Reached.Numerator.IsZero)
            .Select(part =>
                $"{Text(story, part.Reached)} × {Text(story, Ratio.Of(part.Band.Rate))} = {Text(story, part.Pays)} ({Range(story, part.Band)})"
            );
        return story.Say(
            $"The accelerator pays each percentage point beyond the target: {string.Join("; ", told)}. Together {Text(story, sum)}, rounded down once: {Amount(story, marginal, (long)sum.Floor)}."
        );
    }

    private static string Retroactive(GoalStory story, Accelerator.Retroactive retroactive)
    {
        if (AcceleratorTotal.BandOf(retroactive, Actual(story), Target(story)) is not { } band)
            return Below(story, retroactive.Bands[0]);

        var (end, isBeyond) = band.To is { } to && (Int128)Actual(story) * 10_000 > (Int128)to * Target(story) ? (to, true) : (0L, false);
        var paid = new Ratio(isBeyond ? (Int128)end * Target(story) : (Int128)Actual(story) * 10_000, 10_000);
        var sum = paid * new Ratio(1, retroactive.Per) * Ratio.Of(band.Rate);
        var actual = isBeyond ? story.Say($"{story.Format.Percent(end)} of the target") : GoalNumbers.Bare(story, Actual(story));
        return story.Say(
            $"The accelerator pays all of it at the rate that holds {Range(story, band)}: {actual} ÷ {GoalNumbers.Bare(story, retroactive.Per)} × {Text(story, Ratio.Of(band.Rate))} = {Text(story, sum)}, rounded down once: {Amount(story, retroactive, (long)sum.Floor)}."
        );
    }

    private static string Step(GoalStory story, Accelerator.Step step)
    {
        var (steps, paid) = AcceleratorParts.Of(step, Actual(story), Target(story));
        var (each, whole, reached) = (story.Format.Number(step.Amount), story.Format.Number(paid), Text(story, steps));
        var sum = $"{whole} × {each} = {Amount(story, step, paid * step.Amount)}";
        return step.MaxSteps is { } max
            ? story.Say(
                $"The accelerator pays {each} for each whole step of {story.Format.Percent(step.Size)} beyond {story.Format.Percent(step.From)}: {reached} steps, so {whole}, {story.Format.Number(max)} at most; {sum}."
            )
            : story.Say(
                $"The accelerator pays {each} for each whole step of {story.Format.Percent(step.Size)} beyond {story.Format.Percent(step.From)}: {reached} steps, so {whole}; {sum}."
            );
    }

    private static string Multiplier(GoalStory story, Accelerator.Multiplier multiplier)
    {
        var parts = AcceleratorParts.Of(multiplier, Target(story), Points(story));
        if (parts.Count == 0)
            return Below(story, multiplier.Bands[0]);

        var told = string.Join("; ", parts.Select(part => Multiplied(story, part)));
        var (points, extra) = (parts.Sum(part => part.Points), parts.Sum(part => part.Extra));
        var sum = $"{story.Format.Number(points)} + {story.Format.Number(extra)} = {story.Format.Number(points + extra)}";
        return story.Say(
            $"Points of activities that count are multiplied by what was reached before them; the one that crosses is not. {told}. Together {sum}."
        );
    }

    private static string Multiplied(GoalStory story, FactorPart part)
    {
        var n = story.Format.Number(part.Activities);
        var activities = story.Format.Count(part.Activities, $"{n} activity", $"{n} activities");
        var points = TeamGoalWords.Points(part.Points, story.Format);
        return part.Band is { } band
            ? story.Say(
                $"{Range(story, band)} × {Text(story, Ratio.Of(band.Rate))}: {activities} with {points}, {story.Format.Number(part.Extra)} on top"
            )
            : story.Say($"not multiplied: {activities} with {points}");
    }

    private static string Below(GoalStory story, Band first) =>
        story.Say(
            $"The accelerator pays nothing yet: it begins at {story.Format.Percent(first.From)}, that is at {GoalNumbers.Bare(story, new TierTrigger.Percent(first.From).ValueFor(Target(story), lowerIsBetter: false))}."
        );

    private static string Gate(GoalStory story, Gate gate, long total)
    {
        var reached = story.Trace.Counted.Sum(one => one.Gate);
        var sum = story.Say(
            $"{GoalNumbers.Bare(gate.Metric, reached, story.Format)} of {GoalWords.Target(gate.Metric, gate.AtLeast, story.Format)}"
        );
        return reached >= gate.AtLeast
            ? story.Say($"Its gate is reached: {sum}.")
            : story.Say($"Its gate is not reached: {sum}, so it pays nothing; with it, it would pay {story.Format.Number(total)}.");
    }

    private static string Posted(GoalStory story, Accelerator accelerator, long total)
    {
        var posted = accelerator is { Unit: AcceleratorUnit.Coins } and not Accelerator.Multiplier
            ? story.Trace.Coins.Select(line => line.Amount).ToList()
            : [.. story.Trace.Bonuses.Select(line => line.Points)];
        var sum = posted.Sum();
        var due = IsGateOpen(story, accelerator) ? total : 0;
        var lines =
            posted.Count > Told
                ? $"… {string.Join(", ", posted.TakeLast(Told).Select(story.Format.Signed))}"
                : string.Join(", ", posted.Select(story.Format.Signed));
        var told =
            posted.Count == 0
                ? story.Say($"Nothing was posted of it.")
                : story.Say($"Posted: {lines}; together {Amount(story, accelerator, sum)}.");
        return (sum == due, story) switch
        {
            (true, _) => told,
            (_, { IsShadow: true }) => $"{told} {story.Say($"The goal is a shadow.")}",
            (_, { Goal.IsDraft: true }) => $"{told} {story.Say($"The goal is a draft.")}",
            (_, { Trace.Close.Version: > 1 } or { Trace.Close.State: Gamification.Time.CloseState.Reopened }) =>
                $"{told} {story.Say($"The period was reopened: what was paid before stays paid.")}",
            _ when accelerator is Accelerator.Multiplier =>
                $"{told} {story.Say($"Of several multipliers only the highest pays, and each goal what it gives more than those before it.")}",
            (_, { Trace.Close: not null }) => $"{told} {story.Say($"The period is closed: what came to it since is posted elsewhere.")}",
            _ => $"{told} {story.Say($"A replay of the goal posts the rest.")}",
        };
    }

    /// <summary>With the cap, and as if the gate were reached.</summary>
    private static long Total(GoalStory story, Accelerator accelerator) =>
        accelerator is Accelerator.Multiplier multiplier
            ? AcceleratorParts.Of(multiplier, Target(story), Points(story)).Sum(part => part.Extra)
            : AcceleratorTotal.Of(accelerator, Actual(story), Target(story), isGateReached: true);

    private static long WithoutCap(GoalStory story, Accelerator accelerator) => Total(story, accelerator with { Cap = null });

    private static bool IsGateOpen(GoalStory story, Accelerator accelerator) =>
        accelerator.Gate is not { } gate || story.Trace.Counted.Sum(one => one.Gate) >= gate.AtLeast;

    private static IReadOnlyList<CountedPoints> Points(GoalStory story) =>
        [.. story.Trace.Counted.Where(one => one.Value != 0 || one.Points != 0).Select(one => new CountedPoints(one.Value, one.Points))];

    private static long Actual(GoalStory story) => story.Standing.Actual ?? 0;

    private static long Target(GoalStory story) => story.Standing.Target;

    private static string Range(GoalStory story, Band band) =>
        band.To is { } to
            ? story.Say($"from {story.Format.Percent(band.From)} to {story.Format.Percent(to)}")
            : story.Say($"from {story.Format.Percent(band.From)}");

    private static string Text(GoalStory story, Ratio ratio) => ratio.ToString(story.Format.Culture);

    private static string Amount(GoalStory story, Accelerator accelerator, long amount) =>
        accelerator is { Unit: AcceleratorUnit.Coins } and not Accelerator.Multiplier
            ? TeamGoalWords.Coins(amount, story.Format)
            : TeamGoalWords.Points(amount, story.Format);
}
