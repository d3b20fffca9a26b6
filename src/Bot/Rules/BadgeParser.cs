using Bot.Cards;
using Bot.Settings;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Rules;

/// <summary>A badge as it is to be set; or where the body is wrong, why, and what to do.</summary>
internal sealed record BadgeReading(BadgeSetting? Setting, BadgeFault? Fault = null)
{
    public static BadgeReading Wrong(string pointer, FormattableString reason, FormattableString remedy) =>
        new(null, new(pointer, reason, remedy));
}

/// <param name="Pointer">The JSON pointer of the member.</param>
internal sealed record BadgeFault(string Pointer, FormattableString Reason, FormattableString Remedy);

/// <summary>Reads what an admin wants of a badge: of a default only its threshold and whether it is played, of an own one everything.</summary>
internal static class BadgeParser
{
    /// <summary>So many U still are a number of minor units.</summary>
    private const long Most = 1_000_000;

    /// <summary>The largest revenue unit, in major units.</summary>
    public const long MostUnit = 1_000_000;
    private const long LongestStreak = 366;
    public const int LongestText = 200;

    /// <summary>What a badge may be earned once in every one of.</summary>
    public static readonly IReadOnlyList<PeriodKind> Periods = [PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter];

    private static readonly BadgeMeasure[] Sums =
    [
        BadgeMeasure.Quotes,
        BadgeMeasure.Deals,
        BadgeMeasure.Revenue,
        BadgeMeasure.SprintDeals,
        BadgeMeasure.Replies,
        BadgeMeasure.ActiveDays,
        BadgeMeasure.Logged,
    ];

    /// <param name="standard">The default of this id; null for an own badge.</param>
    /// <param name="before">What was set of it so far.</param>
    public static BadgeReading Parse(string id, BadgeBody body, Badge? standard, BadgeSetting? before) =>
        ThresholdFault(body.Threshold, standard?.Trigger)
        ?? (standard is null ? Own(id, body, before) : Standard(id, body, standard, before));

    /// <summary>The highest threshold of a trigger; of money in revenue units U.</summary>
    public static long MostOf(Trigger? trigger) =>
        trigger switch
        {
            Trigger.QuickReplies quick => quick.Last,
            Trigger.PerfectWeek => 7,
            Trigger.GoalWeeks => 52,
            Trigger.Streak => LongestStreak,
            Trigger.GoalMonth => 999,
            _ => Most,
        };

    /// <inheritdoc cref="MostOf(Trigger?)"/>
    public static long MostOf(BadgeMeasure measure) => measure is BadgeMeasure.Streak ? LongestStreak : Most;

    /// <summary>Whether a badge that counts it may be earned once in every period.</summary>
    public static bool MayRepeat(BadgeMeasure measure) => Sums.Contains(measure);

    private static BadgeReading? ThresholdFault(long? threshold, Trigger? trigger)
    {
        var most = MostOf(trigger);
        return threshold is null || (threshold >= 1 && threshold <= most)
            ? null
            : BadgeReading.Wrong("/threshold", $"{threshold} is no threshold of this badge.", $"Send a whole number from 1 to {most}.");
    }

    private static BadgeReading Standard(string id, BadgeBody body, Badge standard, BadgeSetting? before) =>
        FixedMember(body) is { } member
            ? BadgeReading.Wrong(member, $"{standard.Name} is one of the 14 badges.", $"Of those only threshold and enabled change.")
        : FirstSaleOf(id, body.Trigger) is not { IsRight: true } firstSale
            ? BadgeReading.Wrong(
                "/trigger",
                $"The trigger of {standard.Name} is fixed.",
                $"Leave it out; of first-sale measure is deals or quotes."
            )
        : new(
            new(id, 0, body.Threshold ?? before?.Threshold, !(body.Enabled ?? before is not { IsDisabled: true }))
            {
                FirstSale = firstSale.Trigger ?? before?.FirstSale,
            }
        );

    private static string? FixedMember(BadgeBody body) =>
        body.Name is not null ? "/name"
        : body.Description is not null ? "/description"
        : body.Category is not null ? "/category"
        : body.Art is not null ? "/art"
        : null;

    private static (bool IsRight, FirstSaleTrigger? Trigger) FirstSaleOf(string id, BadgeTriggerBody? trigger) =>
        trigger switch
        {
            null => (true, null),
            { Measure: "deals", Kind: null, Per: null } when id == BadgeCatalogue.FirstSale => (true, FirstSaleTrigger.DealClosed),
            { Measure: "quotes", Kind: null, Per: null } when id == BadgeCatalogue.FirstSale => (true, FirstSaleTrigger.QuoteSent),
            _ => (false, null),
        };

    private static BadgeReading Own(string id, BadgeBody body, BadgeSetting? before)
    {
        var known = before?.Custom;
        var name = body.Name ?? known?.Name;
        var description = body.Description ?? known?.Description;
        if (!IsText(name))
            return TextFault("/name");
        if (!IsText(description))
            return TextFault("/description");
        if (body.Art is { } art && !BadgeArt.IsKnown(art))
            return BadgeReading.Wrong(
                "/art",
                $"This is neither one emoji nor the name of a picture.",
                $"Send an emoji, or one of {string.Join(", ", BadgeArt.Names)}."
            );
        if ((body.Category is null ? known?.Category : JsonNames.Parse<BadgeCategory>(body.Category)) is not { } category)
            return BadgeReading.Wrong(
                "/category",
                $"A badge of your own needs one of the categories.",
                $"Use milestone, speed, consistency or revenue."
            );

        var badge = new CustomBadge(name!, description!, category, body.Art ?? known?.Art, null, null, null);
        var isOff = !(body.Enabled ?? before is not { IsDisabled: true });
        if (IsReward(body, known))
            return new(new(id, 0, Threshold: null, isOff) { Custom = badge });

        var (custom, fault) = TriggerOf(body.Trigger, badge, known);
        if (fault is null && (body.Threshold ?? before?.Threshold) is null)
            return BadgeReading.Wrong(
                "/threshold",
                $"A badge that counts something needs a threshold.",
                $"Send the number that unlocks it."
            );

        var threshold = body.Threshold ?? before?.Threshold ?? 0;
        if (custom is { Measure: BadgeMeasure.Streak } && threshold > LongestStreak)
            return BadgeReading.Wrong("/threshold", $"A streak of {threshold} days is too long.", $"Send at most {LongestStreak}.");

        return fault ?? new(new(id, 0, threshold, isOff) { Custom = custom });
    }

    /// <summary>
    /// Nothing is counted: it is given as a reward only. A trigger that is left out stays as it is, an empty one takes it away; a
    /// threshold needs something to count.
    /// </summary>
    private static bool IsReward(BadgeBody body, CustomBadge? known) =>
        body is { Threshold: null, Trigger: null or { Measure: null, Kind: null, Per: null } }
        && (body.Trigger is not null || known is not { Measure: not null });

    /// <summary>Why a badge that a goal gives cannot get a trigger, or be switched off.</summary>
    public static BadgeFault IsGiven(Goal goal, bool getsTrigger)
    {
        var name = CleanText.Of(goal.Versions[^1].Plan?.Name ?? goal.Id.Value, LongestText);
        return getsTrigger
            ? new(
                "/trigger/measure",
                $"The goal “{name}” gives this badge, so it can have no trigger.",
                $"Take the badge out of the goal's rewards or archive the goal first; or add another badge."
            )
            : new(
                "/enabled",
                $"The goal “{name}” gives this badge, so it cannot be switched off.",
                $"Take the badge out of the goal's rewards or archive the goal first."
            );
    }

    private static (CustomBadge?, BadgeReading?) TriggerOf(BadgeTriggerBody? trigger, CustomBadge badge, CustomBadge? known)
    {
        if (trigger is null && known is { Measure: not null })
            return (badge with { Measure = known.Measure, LoggedKind = known.LoggedKind, Per = known.Per }, null);

        if (JsonNames.Parse<BadgeMeasure>(trigger?.Measure) is not { } measure)
            return (
                null,
                BadgeReading.Wrong(
                    "/trigger/measure",
                    $"Nothing says what is counted.",
                    $"Use one of {JsonNames.All<BadgeMeasure>()}; or leave threshold and trigger out for a badge that only goals give."
                )
            );
        if (measure is BadgeMeasure.Logged != trigger!.Kind is not null || (trigger.Kind is { } kind && !IsText(kind)))
            return (
                null,
                BadgeReading.Wrong("/trigger/kind", $"A kind belongs to logged, and to nothing else.", $"Name the kind that is logged.")
            );

        PeriodKind? per = trigger.Per is null ? null : JsonNames.Parse<PeriodKind>(trigger.Per);
        return trigger.Per is not null && (per is not { } period || !Periods.Contains(period) || !Sums.Contains(measure))
            ? (
                null,
                BadgeReading.Wrong(
                    "/trigger/per",
                    $"'{trigger.Per}' is no period of this measure.",
                    $"Use week, month or quarter, of a sum only."
                )
            )
            : (badge with { Measure = measure, LoggedKind = trigger.Kind, Per = per }, null);
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText && !text.Any(char.IsControl);

    private static BadgeReading TextFault(string pointer) =>
        BadgeReading.Wrong(pointer, $"This has 1 to {LongestText} visible characters.", $"Send a text.");
}
