using Bot.Goals;
using Bot.Play;
using Gamification;
using Gamification.Badges;

namespace Bot.Rules;

/// <summary>What became of a change of a badge.</summary>
internal abstract record BadgeEdited
{
    private BadgeEdited() { }

    /// <param name="IsNew">False when it was so already, and nothing was written.</param>
    public sealed record Stands(bool IsNew) : BadgeEdited;

    public sealed record Wrong(BadgeFault Fault) : BadgeEdited;

    /// <summary>There are as many own badges as there may be.</summary>
    public sealed record Full : BadgeEdited;

    /// <summary>Somebody else changed it since it was looked at.</summary>
    public sealed record Outdated : BadgeEdited;
}

/// <summary>Changes one badge or adds one, by the API and by the form alike; decided under the write lock.</summary>
internal sealed class BadgeEdit(BadgeDesk desk, GivingGoals giving, Rulebook rules)
{
    public const int MostOwn = 100;

    /// <param name="by">A person's id or <c>api</c>.</param>
    /// <param name="seen">The version that was looked at, 0 for none; null where that does not matter.</param>
    public async Task<BadgeEdited> PutAsync(string id, BadgeBody body, string by, int? seen, CancellationToken ct)
    {
        BadgeEdited edited = new BadgeEdited.Outdated();
        await desk.PutAsync(
            id,
            async settings =>
            {
                (edited, var setting) = Decide(id, body, seen, settings);
                if (setting is null || await FaultAsync(setting, settings.NewestOf(id), ct) is not { } fault)
                    return setting;

                edited = new BadgeEdited.Wrong(fault);
                return null;
            },
            by,
            ct
        );
        return edited;
    }

    /// <returns>With the version to write; null where nothing is written.</returns>
    private (BadgeEdited, BadgeSetting?) Decide(string id, BadgeBody body, int? seen, BadgeSettings settings)
    {
        var standard = rules.Badges.FirstOrDefault(badge => badge.Id == id);
        var newest = settings.NewestOf(id);
        var reading = BadgeParser.Parse(id, body, standard, newest);
        if (reading.Setting is not { } setting)
            return (new BadgeEdited.Wrong(reading.Fault!), null);
        if (IsSame(setting, newest ?? new(id, 0, Threshold: null, IsDisabled: false)))
            return (new BadgeEdited.Stands(IsNew: false), null);
        if (seen is not null && seen != (newest?.Version ?? 0))
            return (new BadgeEdited.Outdated(), null);
        if (standard is null && newest is null && OwnOf(settings) >= MostOwn)
            return (new BadgeEdited.Full(), null);

        return (new BadgeEdited.Stands(IsNew: true), setting);
    }

    /// <summary>What a goal gives stays as it is: without a trigger, and switched on.</summary>
    private async Task<BadgeFault?> FaultAsync(BadgeSetting asked, BadgeSetting? newest, CancellationToken ct)
    {
        var getsTrigger = asked.Custom is { Measure: not null };
        if (newest?.Custom is not { Measure: null } || (!getsTrigger && !asked.IsDisabled))
            return null;

        return await giving.FindAsync(asked.Badge, ct) is { } goal ? BadgeParser.IsGiven(goal, getsTrigger) : null;
    }

    private static bool IsSame(BadgeSetting asked, BadgeSetting newest) =>
        asked == newest with { Version = asked.Version, From = asked.From, IsEvaluated = asked.IsEvaluated };

    private static int OwnOf(BadgeSettings settings) =>
        settings.Versions.Where(version => version.Custom is not null).DistinctBy(version => version.Badge).Count();
}
