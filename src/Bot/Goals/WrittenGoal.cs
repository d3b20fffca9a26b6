using System.Text.Json;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime.Text;
using TimePeriod = Gamification.Time.Period;

namespace Bot.Goals;

/// <param name="Kind"><c>person</c>, <c>members</c>, <c>team</c> or <c>organisation</c>.</param>
/// <param name="Id">A person's or a team's; none of the organisation.</param>
public sealed record WrittenSubject(string Kind, string? Id);

/// <param name="Kind"><c>week</c>, <c>month</c>, <c>quarter</c> or <c>custom</c>.</param>
/// <param name="Key">That one only; nothing for every one.</param>
/// <param name="First">Of a custom range, as <paramref name="Last"/>.</param>
public sealed record WrittenPeriod(string Kind, string? Key, string? First, string? Last);

public sealed record WrittenReward(string Kind, long? Amount, string? Badge, string? Name, long? Price, bool? OnceForTeam);

public sealed record WrittenTier(
    string Kind,
    string? Label,
    decimal? TriggerPercent,
    decimal? TriggerAmount,
    IReadOnlyList<WrittenReward> Rewards
);

/// <summary>In percent of the target.</summary>
public sealed record WrittenBand(decimal From, decimal? To, decimal Rate);

public sealed record WrittenGate(string Metric, decimal AtLeast);

public sealed record WrittenAccelerator(
    string Kind,
    string Unit,
    IReadOnlyList<WrittenBand>? Bands,
    decimal? Per,
    decimal? From,
    decimal? Size,
    long? Amount,
    int? MaxSteps,
    long? Cap,
    bool? NoCap,
    WrittenGate? Gate
);

public sealed record WrittenPredecessor(string Goal, string Tier);

/// <summary>
/// A goal for others by the names on the wire and in the units in which people write it: what a client sends, what it is answered, and
/// what an audit row keeps of it.
/// </summary>
/// <param name="Draft">Not published: it counts nothing.</param>
/// <param name="Shadow">It counts, and only managers see it.</param>
/// <param name="Version">Rises with every change; sent back with a change it proves that nobody came between.</param>
/// <param name="Archived">True once it counts no more.</param>
public sealed record WrittenGoal(
    string Name,
    WrittenSubject Subject,
    string Metric,
    decimal Target,
    IReadOnlyDictionary<string, decimal>? Targets,
    bool BoardGoal,
    WrittenPeriod Period,
    IReadOnlyList<WrittenTier> Tiers,
    string? Share,
    decimal? EveryMemberPercent,
    decimal? ParticipationPercent,
    WrittenAccelerator? Accelerator,
    WrittenPredecessor? After,
    string? CountFrom,
    bool Draft,
    bool Shadow,
    int Version,
    bool? Archived
)
{
    /// <summary>As its newest version has it.</summary>
    public static WrittenGoal Of(Goal goal, Organisation organisation) =>
        new Writer(goal.Type, organisation).Write(goal, PlanTerms.Of(goal));

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private sealed record Writer(GoalType Type, Organisation Organisation)
    {
        public WrittenGoal Write(Goal goal, PlanTerms terms) =>
            new(
                terms.Plan.Name,
                new(JsonNames.Of(terms.Subject.Kind), terms.Subject.Person?.Value ?? terms.Subject.Team?.Value),
                Type.Name,
                Written(terms.Target),
                terms.Plan.Targets.Count == 0
                    ? null
                    : terms
                        .Plan.Targets.OrderBy(own => own.Key.Value, StringComparer.Ordinal)
                        .ToDictionary(own => own.Key.Value, own => Written(own.Value)),
                terms.Plan.IsBoardGoal,
                PeriodOf(terms),
                [.. terms.Plan.Tiers.Select(Write)],
                terms.Subject.IsCollective ? JsonNames.Of(terms.Plan.Collective.Share) : null,
                Percent(terms.Plan.Collective.EveryMember),
                Percent(terms.Plan.Collective.Participation),
                terms.Plan.Accelerator is { } accelerator ? Write(accelerator) : null,
                terms.Plan.After is { } after ? new(after.Goal.Value, JsonNames.Of(after.Tier)) : null,
                terms.Plan.After is { } from ? JsonNames.Of(from.CountFrom) : null,
                goal.IsDraft,
                goal.Assignment!.IsShadow,
                goal.Revision,
                goal.Archived is null ? null : true
            );

        private static WrittenPeriod PeriodOf(PlanTerms terms) =>
            terms.Kind is PeriodKind.Custom && TimePeriod.Parse(terms.Only!.Value) is { First: { } first, End: { } end }
                ? new(
                    JsonNames.Of(terms.Kind),
                    Key: null,
                    LocalDatePattern.Iso.Format(first),
                    LocalDatePattern.Iso.Format(end.PlusDays(-1))
                )
                : new(JsonNames.Of(terms.Kind), terms.Only?.Value, First: null, Last: null);

        private WrittenTier Write(Tier tier) =>
            new(
                JsonNames.Of(tier.Kind),
                tier.Label,
                tier.Trigger is TierTrigger.Percent(var basisPoints) ? Percent(basisPoints) : null,
                tier.Trigger is TierTrigger.Amount(var value) ? Written(value) : null,
                [.. tier.Rewards.Select(Write)]
            );

        private static WrittenReward Write(Reward reward) =>
            reward switch
            {
                Reward.Points(var amount) => new("points", amount, null, null, null, null),
                Reward.Coins(var amount) => new("coins", amount, null, null, null, null),
                Reward.Badge(var id) => new("badge", null, id, null, null, null),
                Reward.Prize prize => new("prize", null, null, prize.Name, prize.Price, prize.OnceForTeam ? true : null),
                _ => throw new System.Diagnostics.UnreachableException($"No words for {reward.GetType().Name}."),
            };

        private WrittenAccelerator Write(Accelerator accelerator)
        {
            var empty = new WrittenAccelerator(
                "",
                JsonNames.Of(accelerator.Unit),
                Bands: null,
                Per: null,
                From: null,
                Size: null,
                Amount: null,
                MaxSteps: null,
                accelerator.Cap,
                NoCap: null,
                accelerator.Gate is { } gate
                    ? new(GoalType.Of(gate.Metric).Name, GoalCheck.Written(gate.Metric, gate.AtLeast, Organisation))
                    : null
            );
            return accelerator switch
            {
                Accelerator.Marginal it => WithBands(empty with { Kind = "marginal" }, it.Bands),
                Accelerator.Retroactive it => WithBands(empty with { Kind = "retroactive", Per = Written(it.Per) }, it.Bands),
                Accelerator.Multiplier it => WithBands(empty with { Kind = "multiplier" }, it.Bands),
                Accelerator.Step it => empty with
                {
                    Kind = "step",
                    From = Percent(it.From),
                    Size = Percent(it.Size),
                    Amount = it.Amount,
                    MaxSteps = it.MaxSteps,
                },
                _ => throw new System.Diagnostics.UnreachableException($"No words for {accelerator.GetType().Name}."),
            };
        }

        private static WrittenAccelerator WithBands(WrittenAccelerator accelerator, IReadOnlyList<Band> bands) =>
            accelerator with
            {
                Bands = [.. bands.Select(band => new WrittenBand(band.From / 100m, Percent(band.To), band.Rate))],
                NoCap = accelerator.Cap is null && bands is [.., { To: null }] ? true : null,
            };

        private decimal Written(long kept) => GoalCheck.Written(Type.Metric, kept, Organisation);

        private static decimal? Percent(long? basisPoints) => basisPoints / 100m;
    }
}
