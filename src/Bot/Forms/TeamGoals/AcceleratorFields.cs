using System.Globalization;
using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Forms.TeamGoals;

/// <summary>What overachievement pays: only the fields of the kind that the first step chose.</summary>
internal sealed class AcceleratorFields(PlanWish plan, CultureInfo locale, Organisation organisation)
{
    private const int LongestAmount = 40;
    private const string NoGate = "none";

    public IReadOnlyList<FormPart> Parts =>
        plan.Accelerator is { Kind: { } kind } accelerator ? [.. Of(kind, accelerator), .. Limits(accelerator)] : [];

    /// <summary>The plan with the accelerator as it was typed.</summary>
    public PlanWish Read(FormReading values, PlanWish read)
    {
        if (plan.Accelerator is not { Kind: { } kind } accelerator)
            return read;

        var gate = GoalType.Parse(values.Choice(PlanFields.Gate))?.Metric;
        return read with
        {
            Accelerator = accelerator with
            {
                Unit = kind is AcceleratorKind.Multiplier ? null : Chosen(values.Choice(PlanFields.Unit)),
                Bands = kind is AcceleratorKind.Step ? null : BandLines.Read(values, PlanFields.Bands),
                Per = PlanAmount.Read(values, PlanFields.Per, plan.Metric ?? default, organisation),
                From = PlanAmount.Percent(values, PlanFields.From),
                Size = PlanAmount.Percent(values, PlanFields.Size),
                Amount = Number(values, PlanFields.Amount),
                MaxSteps = Number(values, PlanFields.MaxSteps),
                Cap = Number(values, PlanFields.Cap),
                NoCap = values.IsOn(PlanFields.NoCap),
                Gate = gate is { } metric ? new(metric, PlanAmount.Read(values, PlanFields.GateAtLeast, metric, organisation)) : null,
            },
        };
    }

    private IEnumerable<FormPart> Of(AcceleratorKind kind, AcceleratorWish accelerator) =>
        kind switch
        {
            AcceleratorKind.Step =>
            [
                Unit(accelerator),
                Amount(PlanFields.Amount, "Pays for each step", accelerator.Amount, "In the unit above"),
                Amount(PlanFields.Size, "A step is", accelerator.Size, "Percentage points beyond the start, such as 10"),
                Optional(PlanFields.From, "Steps start at", accelerator.From, "Percent of the target; empty: 100 %"),
                Optional(PlanFields.MaxSteps, "At most so many steps", accelerator.MaxSteps, "Empty: no limit"),
            ],
            AcceleratorKind.Multiplier => [Bands(accelerator, "One a line, in percent of the target: 100–130: 1.5 and 130+: 2")],
            AcceleratorKind.Retroactive =>
            [
                Unit(accelerator),
                Amount(PlanFields.Per, "Pays for each", accelerator.Per, "So much of what the goal counts, such as 100"),
                Bands(accelerator, "One a line, the rate from that percentage on: 100–110: 1 and 110+: 1.2"),
            ],
            _ => [Unit(accelerator), Bands(accelerator, "One a line, what each percentage point pays: 100–110: 10 and 110–130: 20")],
        };

    private IEnumerable<FormPart> Limits(AcceleratorWish accelerator) =>
        [
            Optional(PlanFields.Cap, "Pays at most", accelerator.Cap, "In all; empty: no limit"),
            new Field(PlanFields.NoCap, "There is no limit on purpose", new FieldKind.Toggle())
            {
                Value = accelerator.NoCap ? [Field.On] : [],
                IsRequired = false,
                Hint = "Needed where the last band has no end and nothing limits it",
            },
            new Field(
                PlanFields.Gate,
                "Pays only if also",
                new FieldKind.Choice([
                    new(NoGate, "Nothing else"),
                    .. GoalType
                        .All.Where(type => type.Metric != plan.Metric && !type.IsMedian)
                        .Select(type => new FormChoice(type.Name, GoalWords.Title(type.Metric, new(locale, organisation)))),
                ])
            )
            {
                Value = [accelerator.Gate?.Metric is { } metric ? GoalType.Of(metric).Name : NoGate],
            },
            Optional(PlanFields.GateAtLeast, "… reach at least", accelerator.Gate?.AtLeast, "Only where something is chosen above"),
        ];

    private static Field Unit(AcceleratorWish accelerator) =>
        new(
            PlanFields.Unit,
            "Pays in",
            new FieldKind.Choice([new(nameof(AcceleratorUnit.Coins), "Coins"), new(nameof(AcceleratorUnit.Points), "Points")])
        )
        {
            Value = [(accelerator.Unit ?? AcceleratorUnit.Coins).ToString()],
        };

    private Field Bands(AcceleratorWish accelerator, string hint) =>
        new(PlanFields.Bands, "Bands", new FieldKind.LongText())
        {
            Value = accelerator.Bands is { Count: > 0 } bands ? [BandLines.Show(bands, locale)] : [],
            Hint = hint,
        };

    private Field Amount(string id, string label, decimal? number, string hint) =>
        new(id, label, new FieldKind.Text(LongestAmount)) { Value = PlanAmount.Shown(number, locale), Hint = hint };

    private Field Optional(string id, string label, decimal? number, string hint) =>
        Amount(id, label, number, hint) with
        {
            IsRequired = false,
        };

    private static decimal? Number(FormReading values, string field) => values.Number(field, 0, decimal.MaxValue);

    private static AcceleratorUnit? Chosen(string? unit) => Enum.TryParse<AcceleratorUnit>(unit, out var chosen) ? chosen : null;
}
