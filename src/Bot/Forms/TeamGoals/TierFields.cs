using System.Globalization;
using Bot.Texts;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Forms.TeamGoals;

/// <summary>The second step: the tiers and what is given for them, and how that is shared.</summary>
internal sealed class TierFields(PlanDesk desk, CultureInfo locale, Organisation organisation)
{
    private const int LongestTrigger = 40;
    private const int LongestLabel = 40;
    private const int LongestRewards = 2_000;

    private static readonly IReadOnlyList<TierKind> Kinds = Enum.GetValues<TierKind>();

    private readonly PlanWish plan = desk.Draft.Plan;
    private readonly AcceleratorFields accelerator = new(desk.Draft.Plan, locale, organisation);
    private readonly ChainFields chain = new(desk, Language.Of(locale));
    private readonly Language language = Language.Of(locale);

    private bool IsCollective => plan.Subject is SubjectKind.Team or SubjectKind.Organisation;

    public IReadOnlyList<FormPart> Parts =>
        [.. Kinds.SelectMany(OfTier), .. IsCollective ? Collective : Array.Empty<FormPart>(), .. accelerator.Parts, .. chain.Parts];

    /// <summary>The draft with this step as it was typed; errors stand in the values afterwards.</summary>
    public PlanDraft Read(FormReading values)
    {
        var read = chain.Read(values, accelerator.Read(values, plan));
        return desk.Draft with
        {
            Plan = read with
            {
                Tiers = [.. Kinds.Select(kind => TierOf(values, kind)).OfType<TierWish>()],
                Share = IsCollective && Enum.TryParse<Sharing>(values.Choice(PlanFields.Share), out var share) ? share : null,
                EveryMemberPercent = PlanAmount.Percent(values, PlanFields.EveryMember),
                ParticipationPercent = PlanAmount.Percent(values, PlanFields.Participation),
            },
        };
    }

    private IEnumerable<FormPart> OfTier(TierKind kind)
    {
        var known = plan.Tiers?.FirstOrDefault(tier => tier.Kind == kind);
        var name = kind.ToString();
        return
        [
            new Field(PlanFields.Trigger(kind), language.Say($"{name}: reached at"), new FieldKind.Text(LongestTrigger))
            {
                Value = known is null ? [] : Trigger(known, kind),
                IsRequired = false,
                Hint =
                    kind is TierKind.Base
                        ? language.Say($"A percentage of the target such as 100 %, or an amount; empty: 100 %")
                        : language.Say(
                            $"A percentage or an amount; empty: {DefaultOf(kind)} %, or no {name} tier where nothing is given for it"
                        ),
            },
            new Field(PlanFields.Rewards(kind), language.Say($"{name}: rewards"), new FieldKind.LongText(LongestRewards))
            {
                Value = known?.Rewards is { Count: > 0 } rewards ? [RewardLines.Show(rewards, locale)] : [],
                IsRequired = false,
                Hint = RewardLines.Example(language),
            },
            new Field(PlanFields.Label(kind), language.Say($"{name}: own name"), new FieldKind.Text(LongestLabel))
            {
                Value = known?.Label is { } label ? [label] : [],
                IsRequired = false,
            },
        ];
    }

    private IReadOnlyList<FormPart> Collective =>
        [
            new Field(
                PlanFields.Share,
                language.Say($"How coins and points are given"),
                new FieldKind.Choice([
                    new(nameof(Sharing.Each), language.Say($"All of it to each")),
                    new(nameof(Sharing.Even), language.Say($"Split evenly")),
                    new(nameof(Sharing.Proportional), language.Say($"Split by what each brought")),
                ])
            )
            {
                Value = [(plan.Share ?? Sharing.Each).ToString()],
            },
            Share(
                PlanFields.EveryMember,
                language.Say($"Only if every member reaches"),
                plan.EveryMemberPercent,
                language.Say($"Percent of their own or an even share; empty: no matter")
            ),
            Share(
                PlanFields.Participation,
                language.Say($"Only if so many took part"),
                plan.ParticipationPercent,
                language.Say($"Percent of the members; empty: no matter")
            ),
        ];

    private Field Share(string id, string label, decimal? percent, string hint) =>
        new(id, label, new FieldKind.Text(LongestTrigger))
        {
            Value = PlanAmount.Shown(percent, locale),
            IsRequired = false,
            Hint = hint,
        };

    /// <summary>Null for a tier about which nothing was typed; the base is there anyway.</summary>
    private TierWish? TierOf(FormReading values, TierKind kind)
    {
        var (trigger, label) = (values.Text(PlanFields.Trigger(kind)), values.Text(PlanFields.Label(kind)));
        var rewards = RewardLines.Read(values, PlanFields.Rewards(kind));
        if (trigger.Length == 0 && label.Length == 0 && rewards.Count == 0)
            return null;

        var isPercent = trigger.Contains('%', StringComparison.Ordinal);
        return new(
            kind,
            label.Length == 0 ? null : label,
            isPercent ? PlanAmount.Percent(values, PlanFields.Trigger(kind)) : null,
            isPercent ? null : PlanAmount.Read(values, PlanFields.Trigger(kind), plan.Metric ?? default, organisation),
            rewards
        );
    }

    private IReadOnlyList<string> Trigger(TierWish tier, TierKind kind) =>
        tier.TriggerAmount is { } amount
            ? [TypedNumber.Show(amount, locale)]
            : [$"{TypedNumber.Show(tier.TriggerPercent ?? DefaultOf(kind), locale)} %"];

    private static decimal DefaultOf(TierKind kind) =>
        kind switch
        {
            TierKind.Base => 100,
            TierKind.Super => 110,
            _ => 130,
        };
}
