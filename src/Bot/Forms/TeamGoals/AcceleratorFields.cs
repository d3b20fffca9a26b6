using System.Globalization;
using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Forms.TeamGoals;

/// <summary>What overachievement pays: only the fields of the kind that the first step chose.</summary>
internal sealed class AcceleratorFields(PlanWish plan, CultureInfo locale, Organisation organisation)
{
    private readonly ReaderFormat format = new(locale, organisation);

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
                Amount(PlanFields.Amount, format.Say($"Pays for each step"), accelerator.Amount, format.Say($"In the unit above")),
                Amount(
                    PlanFields.Size,
                    format.Say($"A step is"),
                    accelerator.Size,
                    format.Say($"Percentage points beyond the start, such as 10")
                ),
                Optional(
                    PlanFields.From,
                    format.Say($"Steps start at"),
                    accelerator.From,
                    format.Say($"Percent of the target; empty: 100 %")
                ),
                Optional(PlanFields.MaxSteps, format.Say($"At most so many steps"), accelerator.MaxSteps, format.Say($"Empty: no limit")),
            ],
            AcceleratorKind.Multiplier =>
            [
                Bands(accelerator, format.Say($"One a line, in percent of the target: 100–130: 1.5 and 130+: 2")),
            ],
            AcceleratorKind.Retroactive =>
            [
                Unit(accelerator),
                Amount(
                    PlanFields.Per,
                    format.Say($"Pays for each"),
                    accelerator.Per,
                    format.Say($"So much of what the goal counts, such as 100")
                ),
                Bands(accelerator, format.Say($"One a line, the rate from that percentage on: 100–110: 1 and 110+: 1.2")),
            ],
            _ =>
            [
                Unit(accelerator),
                Bands(accelerator, format.Say($"One a line, what each percentage point pays: 100–110: 10 and 110–130: 20")),
            ],
        };

    private IEnumerable<FormPart> Limits(AcceleratorWish accelerator) =>
        [
            Optional(PlanFields.Cap, format.Say($"Pays at most"), accelerator.Cap, format.Say($"In all; empty: no limit")),
            new Field(PlanFields.NoCap, format.Say($"There is no limit on purpose"), new FieldKind.Toggle())
            {
                Value = accelerator.NoCap ? [Field.On] : [],
                IsRequired = false,
                Hint = format.Say($"Needed where the last band has no end and nothing limits it"),
            },
            new Field(
                PlanFields.Gate,
                format.Say($"Pays only if also"),
                new FieldKind.Choice([
                    new(NoGate, format.Say($"Nothing else")),
                    .. GoalType
                        .All.Where(type => type.Metric != plan.Metric && !type.IsMedian)
                        .Select(type => new FormChoice(type.Name, GoalWords.Title(type.Metric, format))),
                ])
            )
            {
                Value = [accelerator.Gate?.Metric is { } metric ? GoalType.Of(metric).Name : NoGate],
            },
            Optional(
                PlanFields.GateAtLeast,
                format.Say($"… reach at least"),
                accelerator.Gate?.AtLeast,
                format.Say($"Only where something is chosen above")
            ),
        ];

    private Field Unit(AcceleratorWish accelerator) =>
        new(
            PlanFields.Unit,
            format.Say($"Pays in"),
            new FieldKind.Choice([
                new(nameof(AcceleratorUnit.Coins), format.Say($"Coins")),
                new(nameof(AcceleratorUnit.Points), format.Say($"Points")),
            ])
        )
        {
            Value = [(accelerator.Unit ?? AcceleratorUnit.Coins).ToString()],
        };

    private Field Bands(AcceleratorWish accelerator, string hint) =>
        new(PlanFields.Bands, format.Say($"Bands"), new FieldKind.LongText())
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
