using System.Diagnostics;
using NodaTime;

namespace Gamification.Badges;

/// <summary>The badges of the game: the defaults as admins changed them, then their own.</summary>
public sealed class BadgeSettings(IReadOnlyList<BadgeSetting> versions)
{
    public static BadgeSettings None { get; } = new([]);

    public IReadOnlyList<BadgeSetting> Versions => versions;

    /// <summary>The newest version of a badge, whether it holds already or not.</summary>
    public BadgeSetting? NewestOf(string badge) => versions.Where(version => version.Badge == badge).MaxBy(version => version.Version);

    /// <summary>What is played on a day; what only goals give is not.</summary>
    /// <param name="defaults">With the configured unit and trigger.</param>
    /// <param name="today">A local day of the organisation; null where no clock tells: what was evaluated holds.</param>
    public IReadOnlyList<Badge> On(LocalDate? today, IReadOnlyList<Badge> defaults, Organisation organisation) =>
        versions.Count == 0
            ? defaults
            :
            [
                .. All(today, defaults, organisation)
                    .Where(badge => badge is { IsDisabled: false, Badge.IsReward: false })
                    .Select(badge => badge.Badge),
            ];

    /// <summary>All badges, also those that are switched off.</summary>
    public IReadOnlyList<(Badge Badge, bool IsDisabled)> All(LocalDate? today, IReadOnlyList<Badge> defaults, Organisation organisation)
    {
        var held = Held(today);
        var unit = organisation.MinorOf(UnitOn(today, organisation));
        var customs = held.Values.Where(setting => setting.Custom is not null).OrderBy(setting => setting.Badge, StringComparer.Ordinal);
        return
        [
            .. defaults.Select(badge => Changed(badge, held.GetValueOrDefault(badge.Id), unit, organisation)),
            .. customs.Select(setting => (Own(setting, unit), setting.IsDisabled)),
        ];
    }

    /// <summary>The revenue unit U of a day, in major units.</summary>
    public long UnitOn(LocalDate? today, Organisation organisation) =>
        Held(today).GetValueOrDefault(BadgeSetting.RevenueUnit)?.Threshold ?? organisation.RevenueUnit;

    private Dictionary<string, BadgeSetting> Held(LocalDate? today) =>
        versions
            .Where(version => version.HoldsOn(today))
            .GroupBy(version => version.Badge)
            .ToDictionary(badge => badge.Key, badge => badge.MaxBy(version => version.Version)!);

    private static (Badge, bool) Changed(Badge badge, BadgeSetting? setting, long unit, Organisation organisation)
    {
        var trigger = TriggerOf(badge, setting?.FirstSale);
        if (trigger.IsMoney)
            trigger = trigger with { Threshold = trigger.Threshold / organisation.RevenueUnitInMinor * unit };
        if (trigger is Trigger.GoalMonth month)
            trigger = month with { LeastOwn = month.LeastOwn / organisation.RevenueUnitInMinor * unit };
        if (setting?.Threshold is { } threshold)
            trigger = trigger with { Threshold = trigger.IsMoney ? threshold * unit : threshold };

        return (badge with { Trigger = trigger }, setting is { IsDisabled: true });
    }

    private static Trigger TriggerOf(Badge badge, FirstSaleTrigger? firstSale) =>
        firstSale switch
        {
            FirstSaleTrigger.QuoteSent => new Trigger.Quotes(badge.Trigger.Threshold),
            FirstSaleTrigger.DealClosed => new Trigger.Deals(badge.Trigger.Threshold),
            _ => badge.Trigger,
        };

    private static Badge Own(BadgeSetting setting, long unit)
    {
        var custom = setting.Custom!;
        return new(setting.Badge, custom.Name, custom.Description, custom.Category, TriggerOf(custom, setting.Threshold ?? 1, unit))
        {
            IsCustom = true,
            Art = custom.Art,
        };
    }

    private static Trigger TriggerOf(CustomBadge custom, long threshold, long unit) =>
        custom.Measure switch
        {
            null => new Trigger.Given(),
            BadgeMeasure.Quotes => new Trigger.Quotes(threshold) { Per = custom.Per },
            BadgeMeasure.Deals => new Trigger.Deals(threshold) { Per = custom.Per },
            BadgeMeasure.Revenue => new Trigger.Revenue(threshold * unit) { Per = custom.Per },
            BadgeMeasure.SprintDeals => new Trigger.SprintDeals(threshold) { Per = custom.Per },
            BadgeMeasure.Replies => new Trigger.Replies(threshold) { Per = custom.Per },
            BadgeMeasure.ActiveDays => new Trigger.ActiveDays(threshold) { Per = custom.Per },
            BadgeMeasure.Logged => new Trigger.Logged(custom.LoggedKind ?? "", threshold) { Per = custom.Per },
            BadgeMeasure.BigDeal => new Trigger.BigDeal(threshold * unit),
            BadgeMeasure.Streak => new Trigger.Streak(threshold),
            _ => throw new UnreachableException($"No trigger for {custom.Measure}."),
        };
}
