using NodaTime;

namespace Bot.Demo;

/// <param name="At">What the demo's clock shows when these events arrive.</param>
internal sealed record DemoStep(DateTimeOffset At, IReadOnlyList<CrmEvent> Events);

/// <param name="Sent">When the CRM reports it; later than it happened for what was entered late.</param>
internal sealed record DemoEvent(CrmEvent Event, Instant Sent);

/// <summary>What the demo company did: seeded, so that the same weeks have the same events with the same ids, however often they are played.</summary>
internal static class DemoHistory
{
    private static readonly Duration Slice = Duration.FromMinutes(30);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[DemoCompany.Zone];

    /// <summary>Boards are due at nine, periods close at midnight.</summary>
    private static readonly LocalTime[] Marks = [new(0, 0, 1), new(9, 0)];

    /// <summary>All steps in the order of the clock; the last one is at <paramref name="end"/>.</summary>
    public static IReadOnlyList<DemoStep> Between(Instant start, Instant end)
    {
        var days = DaysBetween(start, end).ToList();
        var events = DemoCompany
            .Reps.SelectMany(rep => days.Where(day => WorksOn(rep, day, end)).SelectMany(day => RepDay.Of(rep, day, Zone)))
            .Concat(DemoCompany.Reps.SelectMany(rep => RepDay.LastHour(rep, end)))
            .Where(report => start < report.Sent && report.Sent < end)
            .ToList();
        var slices = events.GroupBy(report => SliceOf(report.Sent, start)).Select(slice => StepOf([.. slice]));
        return
        [
            .. slices
                .Concat(days.SelectMany(MarksOf))
                .Where(step => step.At > start.ToDateTimeOffset() && step.At < end.ToDateTimeOffset())
                .OrderBy(step => step.At),
            new(end.InZone(Zone).ToDateTimeOffset(), []),
        ];
    }

    private static IEnumerable<LocalDate> DaysBetween(Instant start, Instant end)
    {
        for (var day = start.InZone(Zone).Date; day <= end.InZone(Zone).Date; day = day.PlusDays(1))
            yield return day;
    }

    private static bool WorksOn(DemoRep rep, LocalDate day, Instant end) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        && (rep != DemoCompany.Newcomer || day > end.InZone(Zone).Date.PlusDays(-4));

    private static long SliceOf(Instant sent, Instant start) => (long)((sent - start) / Slice);

    /// <summary>The clock stands just after the last of them.</summary>
    private static DemoStep StepOf(IReadOnlyList<DemoEvent> slice) =>
        new(
            (slice.Max(report => report.Sent) + Duration.FromSeconds(1)).InZone(Zone).ToDateTimeOffset(),
            [.. slice.Select(report => report.Event)]
        );

    private static IEnumerable<DemoStep> MarksOf(LocalDate day) =>
        Marks.Select(mark => new DemoStep(day.At(mark).InZoneLeniently(Zone).ToDateTimeOffset(), []));
}
