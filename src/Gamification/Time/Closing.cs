using NodaTime;

namespace Gamification.Time;

/// <summary>Which periods are to be closed: a close is recorded by schedule, once, and never before the end and its grace. What was reopened is closed by hand.</summary>
public static class Closing
{
    private static readonly PeriodKind[] Kinds = [PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter];

    /// <summary>
    /// The weeks, months and quarters from that of the first fact on whose grace is over and that were never closed, in the order of
    /// their ends. Nothing while there is no fact.
    /// </summary>
    /// <param name="closes">Everything closed so far, reopened or not.</param>
    /// <param name="firstFactDay">The organisation's local day of the earliest credited fact.</param>
    /// <param name="ranges">Custom ranges of goals, which close like the others.</param>
    public static IReadOnlyList<Period> Due(
        Instant now,
        Organisation organisation,
        IReadOnlyCollection<PeriodClose> closes,
        LocalDate? firstFactDay,
        IReadOnlyCollection<Period>? ranges = null
    )
    {
        if (firstFactDay is not { } first)
            return [];

        var done = closes.Select(close => close.Key).ToHashSet();
        return
        [
            .. Kinds
                .SelectMany(kind => EndedBy(now - organisation.Grace, kind, first, organisation.Zone))
                .Concat((ranges ?? []).Where(range => range.EndIn(organisation.Zone) <= now - organisation.Grace))
                .Where(period => !done.Contains(period.Key))
                .OrderBy(period => period.End)
                .ThenBy(period => period.Kind),
        ];
    }

    /// <summary>
    /// The weeks, months and quarters of single days whose grace is over and that were never closed, in the order of their ends: what is
    /// imported into them must find them closed.
    /// </summary>
    public static IReadOnlyList<Period> DueOf(
        IEnumerable<LocalDate> days,
        Instant now,
        Organisation organisation,
        IReadOnlyCollection<PeriodClose> closes
    )
    {
        var done = closes.Select(close => close.Key).ToHashSet();
        return
        [
            .. days.SelectMany(day => Kinds.Select(kind => Period.Of(kind, day)))
                .DistinctBy(period => period.Key)
                .Where(period => !done.Contains(period.Key) && period.EndIn(organisation.Zone) + organisation.Grace <= now)
                .OrderBy(period => period.End)
                .ThenBy(period => period.Kind),
        ];
    }

    /// <summary>The first instant from the given one on that no closed week, month or quarter holds.</summary>
    public static Instant FirstOpenFrom(Instant from, IReadOnlyList<ClosedPeriod> closed) => new Closes(closed).FirstOpenFrom(from);

    private static IEnumerable<Period> EndedBy(Instant limit, PeriodKind kind, LocalDate first, DateTimeZone zone)
    {
        for (var period = Period.Of(kind, first); period.EndIn(zone) <= limit; period = Period.Of(kind, period.End!.Value))
            yield return period;
    }
}
