using Bot.Cards;
using Bot.Goals;
using Bot.Texts;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;

namespace Bot.Forms.TeamGoals;

/// <summary>Which tier of which other goal unlocks this one; asked where there is one that can.</summary>
internal sealed class ChainFields(PlanDesk desk, Language language)
{
    private const string Nothing = "none";
    private const int LongestName = 60;

    private readonly PlanWish plan = desk.Draft.Plan;

    public IReadOnlyList<FormPart> Parts =>
        Choices is not { Count: > 0 } choices
            ? []
            :
            [
                new Field(
                    PlanFields.After,
                    language.Say($"Begins after"),
                    new FieldKind.Choice([new(Nothing, language.Say($"At once: no other goal unlocks it")), .. choices])
                )
                {
                    Value = [plan.After is { Goal: { } goal, Tier: { } tier } ? IdOf(goal, tier) : Nothing],
                },
                new Field(
                    PlanFields.CountFrom,
                    language.Say($"Unlocked, it counts"),
                    new FieldKind.Choice([
                        new(nameof(CountFrom.Unlock), language.Say($"What comes afterwards")),
                        new(nameof(CountFrom.PeriodStart), language.Say($"All of its period")),
                    ])
                )
                {
                    Value = [(plan.CountFrom ?? CountFrom.Unlock).ToString()],
                    Hint = language.Say($"Only where another goal unlocks it"),
                },
            ];

    /// <summary>The plan with the chain as it was chosen.</summary>
    public PlanWish Read(FormReading values, PlanWish read)
    {
        var chosen = values.Choice(PlanFields.After);
        var after = Candidates.FirstOrDefault(one => IdOf(one.Goal.Id.Value, one.Tier) == chosen);
        return after.Goal is null
            ? read with
            {
                After = null,
                CountFrom = null,
            }
            : read with
            {
                After = new(after.Goal.Id.Value, after.Tier),
                CountFrom = Enum.TryParse<CountFrom>(values.Choice(PlanFields.CountFrom), out var from) ? from : null,
            };
    }

    private List<FormChoice> Choices =>
        [
            .. Candidates.Select(one => new FormChoice(
                IdOf(one.Goal.Id.Value, one.Tier),
                $"{CleanText.Of(PlanTerms.Of(one.Goal).Plan.Name, LongestName)}, {one.Tier}"
            )),
        ];

    /// <summary>Of the same people, and of periods that begin together or not at all again.</summary>
    private IEnumerable<(Goal Goal, TierKind Tier)> Candidates =>
        desk
            .Others.Where(goal => goal.Subject == AssignedChange.SubjectOf(plan) && Fits(goal))
            .SelectMany(goal => PlanTerms.Of(goal).Plan.Tiers.Select(tier => (goal, tier.Kind)))
            .Take(FieldKind.MostChoices - 1);

    private bool Fits(Goal goal) =>
        plan.Period is { Key: null, Kind: not PeriodKind.Custom } recurring
            ? goal.Assignment!.Only is null && goal.Kind == recurring.Kind
            : goal.Assignment!.Only is not null;

    private static string IdOf(string goal, TierKind tier) => $"{goal}/{tier}";
}
