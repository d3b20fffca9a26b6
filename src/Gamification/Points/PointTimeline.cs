using Gamification.Time;
using NodaTime;

namespace Gamification.Points;

/// <summary>
/// All versions of the point rules. A person's local day has the version that holds on its date, whenever and however often the day is
/// counted, so a change never touches what was before it.
/// </summary>
/// <param name="Versions">At least one; numbers and first days ascend. Of two with the same first day the later one holds.</param>
public sealed record PointTimeline(IReadOnlyList<PointVersion> Versions)
{
    /// <summary>How far behind the clock the newest thing known may lie: what waits for the lock, beyond what may be ahead of it.</summary>
    private static readonly Duration Wait = Duration.FromMinutes(1);

    public static PointTimeline Default { get; } = Always(PointRules.Default);

    public PointVersion Newest => Versions[^1];

    public static PointTimeline Always(PointRules rules) => new([new(1, null, rules)]);

    /// <summary>The version of a person's local day.</summary>
    public PointVersion On(LocalDate day)
    {
        for (var i = Versions.Count - 1; i > 0; i--)
            if (Versions[i].From is not { } from || from <= day)
                return Versions[i];

        return Versions[0];
    }

    /// <summary>
    /// With one version more. It holds from the next local day on: the first that has not begun for anybody, not even for an activity
    /// that may be some minutes ahead of the clock.
    /// </summary>
    /// <param name="zones">Of the organisation and of all calendars.</param>
    public PointTimeline Change(PointRules rules, Instant now, IEnumerable<DateTimeZone> zones)
    {
        var next = zones.Max(zone => (now + Crediting.Ahead + Wait).InZone(zone).Date).PlusDays(1);
        var from = Newest.From is { } before && before > next ? before : next;
        return new([.. Versions, new(Newest.Version + 1, from, rules)]);
    }
}
