using Gamification.Rewards;
using Gamification.Time;
using NodaTime;

namespace Gamification.Goals;

/// <summary>
/// A goal as a manager writes it: amounts in major units, minutes and percents as decimals, names not looked up yet. What is null was
/// left out; where it is needed, that is a fault of its field.
/// </summary>
/// <param name="SubjectId">A person's or a team's id; null for the organisation.</param>
/// <param name="Targets">By person's id; null or empty: everyone has the same.</param>
/// <param name="Tiers">The base is there although it is not named, at 100 % and without rewards.</param>
public sealed record PlanWish(
    string? Name,
    SubjectKind? Subject,
    string? SubjectId,
    Metric? Metric,
    decimal? Target,
    PeriodWish? Period,
    IReadOnlyDictionary<string, decimal>? Targets = null,
    bool BoardGoal = false,
    IReadOnlyList<TierWish>? Tiers = null,
    Sharing? Share = null,
    decimal? EveryMemberPercent = null,
    decimal? ParticipationPercent = null,
    AcceleratorWish? Accelerator = null,
    AfterWish? After = null,
    CountFrom? CountFrom = null
);

/// <summary>Recurring, where it is only a kind; that one named period with a key; a custom range by its two days or by its key.</summary>
public sealed record PeriodWish(PeriodKind? Kind, string? Key = null, LocalDate? First = null, LocalDate? Last = null);

/// <summary>With neither percent nor amount a tier has the default of its kind: 100, 110, 130 %.</summary>
/// <param name="TriggerAmount">In the unit in which targets of the metric are written.</param>
public sealed record TierWish(
    TierKind? Kind,
    string? Label = null,
    decimal? TriggerPercent = null,
    decimal? TriggerAmount = null,
    IReadOnlyList<RewardWish>? Rewards = null
);

public enum RewardKind
{
    Points,
    Coins,
    Badge,
    Prize,
}

/// <param name="Amount">Of points and coins.</param>
/// <param name="Badge">The id of a custom badge without a trigger of its own.</param>
/// <param name="Name">Of a prize.</param>
/// <param name="Price">Of a prize that is redeemed for coins.</param>
/// <param name="OnceForTeam">Of a prize of a collective goal.</param>
public sealed record RewardWish(
    RewardKind? Kind,
    decimal? Amount = null,
    string? Badge = null,
    string? Name = null,
    decimal? Price = null,
    bool OnceForTeam = false
);

public enum AcceleratorKind
{
    Marginal,
    Retroactive,
    Step,
    Multiplier,
}

/// <param name="Kind">Null: marginal.</param>
/// <param name="Unit">A multiplier has points, said or not.</param>
/// <param name="Bands">Of all but steps, in percent of the target.</param>
/// <param name="Per">Of a retroactive one, in the unit in which targets are written.</param>
/// <param name="From">Of steps, in percent; null: 100.</param>
/// <param name="Size">Of steps, in percentage points.</param>
/// <param name="Amount">Of steps: what each pays.</param>
public sealed record AcceleratorWish(
    AcceleratorKind? Kind,
    AcceleratorUnit? Unit = null,
    IReadOnlyList<BandWish>? Bands = null,
    decimal? Per = null,
    decimal? From = null,
    decimal? Size = null,
    decimal? Amount = null,
    decimal? MaxSteps = null,
    decimal? Cap = null,
    bool NoCap = false,
    GateWish? Gate = null
);

public sealed record BandWish(decimal? From, decimal? To, decimal? Rate);

/// <param name="AtLeast">In the unit in which targets of the metric are written.</param>
public sealed record GateWish(Metric? Metric, decimal? AtLeast);

/// <summary>The tier of another goal that unlocks this one.</summary>
public sealed record AfterWish(string? Goal, TierKind? Tier);
