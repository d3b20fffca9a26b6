using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Badges;
using Storage;

namespace Bot.Play;

/// <summary>
/// What admins set of badges. A version that holds at once is counted for everybody at once, in parts, so that activities pass between;
/// what was interrupted, and what holds from a later day on, is counted when it is due.
/// </summary>
public sealed class BadgeDesk(PlayStore store, Organisation organisation, Scorekeeper scorekeeper, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>People whose histories are read in one transaction.</summary>
    private const int Together = 50;

    /// <summary>Everything that is set, to be changed.</summary>
    /// <param name="change">The next version of the badge; the newest one is given, null before the first. Null: nothing is written.</param>
    /// <param name="by">A person's id or <c>api</c>.</param>
    public async Task<BadgeSetting?> PutAsync(
        string badge,
        Func<BadgeSettings, Task<BadgeSetting?>> change,
        string by,
        CancellationToken ct
    )
    {
        await using (var write = await store.BeginAsync(clock.Now(), ct))
        {
            var settings = await write.BadgeSettingsAsync(ct);
            if (await change(settings) is not { } asked)
                return null;

            var before = settings.NewestOf(badge);
            var setting = asked with { Badge = badge, Version = (before?.Version ?? 0) + 1, IsEvaluated = false };
            await write.PutBadgeAsync(setting, ct);
            await write.AuditAsync(new(clock.Now(), by, "badge.put", badge, TextOf(before), TextOf(setting), Reason: null), ct);
            await write.CommitAsync(ct);
        }

        await EvaluateDueAsync(ct);
        return await NewestAsync(badge, ct);
    }

    /// <summary>U holds from the next local day of the organisation.</summary>
    /// <param name="major">In major units of the organisation's currency.</param>
    public Task<BadgeSetting?> PutRevenueUnitAsync(long major, string by, CancellationToken ct) =>
        PutAsync(
            BadgeSetting.RevenueUnit,
            _ =>
                Task.FromResult<BadgeSetting?>(
                    new(BadgeSetting.RevenueUnit, 0, major, IsDisabled: false) { From = organisation.DayOf(clock.Now()).PlusDays(1) }
                ),
            by,
            ct
        );

    /// <summary>Counts everybody's badges by every version that holds and by which they were not counted yet.</summary>
    public async Task EvaluateDueAsync(CancellationToken ct)
    {
        foreach (var setting in await DueAsync(ct))
            for (var cursor = ""; cursor is not null; )
                cursor = await EvaluateAsync(setting, cursor, ct);
    }

    private async Task<IReadOnlyList<BadgeSetting>> DueAsync(CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        return await write.BadgesDueAsync(ct);
    }

    /// <returns>Where the next part begins; null when this was the last.</returns>
    private async Task<string?> EvaluateAsync(BadgeSetting setting, string after, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var people = await write.ConcernedAsync(setting, after, Together, ct);
        var decided = await scorekeeper.RecountAsync(write, Recount.Nothing with { Badges = people.ToHashSet() }, ct);
        if (people.Count < Together)
            await write.EvaluatedAsync(setting, ct);

        await write.CommitAsync(ct);
        if (decided.Announcements.Count > 0)
            signal.Raise();

        return people.Count < Together ? null : people[^1].Value;
    }

    private async Task<BadgeSetting?> NewestAsync(string badge, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        return (await write.BadgeSettingsAsync(ct)).NewestOf(badge);
    }

    private static string? TextOf(BadgeSetting? setting) => setting is null ? null : AuditText.Of(setting);
}
