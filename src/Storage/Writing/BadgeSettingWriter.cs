using Gamification;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;

namespace Storage.Writing;

/// <summary>Writes what admins set of badges, and finds whom it concerns.</summary>
internal sealed class BadgeSettingWriter(WriteScope scope)
{
    public async Task<BadgeSettings> SettingsAsync(CancellationToken ct) =>
        scope.Setup.Badges ??= await StoredBadgeSetting.ReadAsync(scope.Db, ct);

    public async Task PutAsync(BadgeSetting setting, CancellationToken ct)
    {
        var before = scope.Rules.Badges.FirstOrDefault(badge => badge.Id == setting.Badge);
        scope.Db.BadgeSettings.Add(StoredBadgeSetting.Row(setting, scope.Now));
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        await scope.ReadRulesAsync(ct);
        var after = scope.Rules.Badges.FirstOrDefault(badge => badge.Id == setting.Badge);
        if (before is not null && (after is null ? IsReward(setting) : !CountsLike(before, after)))
            await KeepAsync(setting.Badge, ct);
    }

    public async Task<IReadOnlyList<BadgeSetting>> DueAsync(CancellationToken ct)
    {
        var today = scope.Organisation.DayOf(scope.Now);
        return [.. (await SettingsAsync(ct)).Versions.Where(setting => !setting.IsEvaluated && setting.HoldsOn(today))];
    }

    /// <summary>Where only a threshold changed, those who have come so far; else everybody: a logged activity is in no tally.</summary>
    public async Task<IReadOnlyList<PersonId>> ConcernedAsync(BadgeSetting setting, string after, int take, CancellationToken ct)
    {
        if (setting.IsDisabled || IsReward(setting))
            return [];

        var people = await scope.Db.People.Select(row => row.Id).ToListAsync(ct);
        var concerned = await OnlyThresholdAsync(setting, ct) is { } badge ? await NearAsync(badge, ct) : [.. people];
        return
        [
            .. concerned
                .Where(person => string.CompareOrdinal(person.Value, after) > 0)
                .OrderBy(person => person.Value, StringComparer.Ordinal)
                .Take(take),
        ];
    }

    public async Task EvaluatedAsync(BadgeSetting setting, CancellationToken ct)
    {
        await scope
            .Db.BadgeSettings.Where(row => row.Badge == setting.Badge && row.Version == setting.Version)
            .ExecuteUpdateAsync(row => row.SetProperty(version => version.Evaluated, true), ct);
        scope.ChangeSetup();
        await scope.ReadRulesAsync(ct);
    }

    private static bool IsReward(BadgeSetting setting) => setting.Custom is { Measure: null };

    /// <summary>What is held by another trigger, or by one that is no more, stays held.</summary>
    private Task<int> KeepAsync(string badge, CancellationToken ct) =>
        scope
            .Db.Progress.Where(row => row.Badge == badge && row.CrossedCredited != null)
            .ExecuteUpdateAsync(row => row.SetProperty(progress => progress.Kept, true), ct);

    private static bool CountsLike(Badge before, Badge after) =>
        before.Trigger with { Threshold = 0 } == after.Trigger with { Threshold = 0 };

    /// <summary>The badge, where its rows go on as they are and only its threshold is another.</summary>
    private async Task<Badge?> OnlyThresholdAsync(BadgeSetting setting, CancellationToken ct)
    {
        var before = (await SettingsAsync(ct)).Versions.LastOrDefault(version =>
            version.Badge == setting.Badge && version.Version < setting.Version
        );
        var isSame =
            (before?.IsDisabled ?? setting.Custom is not null, before?.FirstSale, before?.Custom)
            == (false, setting.FirstSale, setting.Custom);
        return isSame ? scope.Rules.Badges.FirstOrDefault(badge => badge.Id == setting.Badge) : null;
    }

    private async Task<HashSet<PersonId>> NearAsync(Badge badge, CancellationToken ct)
    {
        var threshold = badge.Trigger.Threshold;
        var rows = scope.Db.Progress.Where(row => row.Badge == badge.Id && row.CrossedCredited == null && row.Peak >= threshold);
        return [.. await rows.Select(row => row.Person).Distinct().ToListAsync(ct)];
    }
}
