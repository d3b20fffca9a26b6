using Bot.Play;
using Bot.Settings;
using Gamification.Points;
using Storage;

namespace Bot.Rules;

/// <summary>What became of a change of the point rules.</summary>
public abstract record RulesChanged
{
    private RulesChanged() { }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(WrongPoint Wrong) : RulesChanged;

    /// <param name="Version">The newest version; it holds from its first day on.</param>
    /// <param name="IsNew">False when everything was so already.</param>
    public sealed record Stands(PointVersion Version, bool IsNew) : RulesChanged;
}

/// <summary>Changes of the point rules under the write lock, by the API and by forms alike.</summary>
/// <remarks><c>by</c> is a person's id or <c>api</c>, for the audit row.</remarks>
public sealed class RulesDesk(PlayStore store, TimeProvider clock)
{
    private const string Changed = "rules.changed";
    private const string About = "points";

    /// <summary>Applied to the newest rules, also those that come tomorrow: two changes of one day add up.</summary>
    public async Task<RulesChanged> ChangeAsync(PointChange change, string by, CancellationToken ct)
    {
        if (change.OutOfRange is { } outOfRange)
            return new RulesChanged.Refused(outOfRange);

        await using var write = await store.BeginAsync(clock.Now(), ct);
        var before = (await write.PointsAsync(ct)).Newest;
        var rules = change.ApplyTo(before.Rules);
        if (change.ContradictionIn(rules) is { } contradiction)
            return new RulesChanged.Refused(contradiction);
        if (rules == before.Rules)
            return new RulesChanged.Stands(before, IsNew: false);

        var now = clock.Now();
        var added = await write.SetPointsAsync(rules, by, now, ct);
        await write.AuditAsync(new(now, by, Changed, About, AuditText.Of(before), AuditText.Of(added), Reason: null), ct);
        await write.CommitAsync(ct);
        return new RulesChanged.Stands(added, IsNew: true);
    }
}
