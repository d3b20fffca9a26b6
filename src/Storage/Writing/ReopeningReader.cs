using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Finds what came too late for periods that are open again.</summary>
internal sealed class ReopeningReader(WriteScope scope)
{
    public async Task<Reopening> ReadAsync(IReadOnlyCollection<PeriodKey> periods, GoalCloser goals, CancellationToken ct)
    {
        var bounds = await scope
            .Db.Closed.Where(row => periods.Contains(row.Period))
            .Select(row => new Interval(row.Start, row.End))
            .ToListAsync(ct);
        var late = (await scope.Connection.ReadAsync(FactTable.Late, bounds, ct)).DistinctBy(fact => fact.Id).ToList();
        var corrected = (await scope.Connection.ReadAsync(EntryTable.CorrectedLater, bounds, ct)).ToHashSet();
        var shares = await scope.Connection.ReadAsync(FactTable.Named, corrected, ct);
        var lines = await scope.Connection.ReadAsync(EntryTable.OfShare, shares, ct);
        var closed = await new PeopleReader(scope).ClosedAsync(ct);
        var instants = late.SelectMany(InstantsOf).Concat(Standing(lines, bounds)).ToHashSet();
        return new(
            Recount.Nothing with
            {
                Entities = corrected,
                Moved = [.. late.Select(fact => fact.InTime())],
                Goals = await goals.ScopesAsync(periods.Select(period => Period.Parse(period)!), ct),
            },
            [.. closed.Where(period => instants.Any(period.Holds)).Select(period => period.Key)]
        );
    }

    /// <summary>Where a late fact belongs, and where it counted instead: one that was rejected counted nowhere.</summary>
    private static Instant[] InstantsOf(Fact late) => late.State is FactState.Listed ? [late.Occurred] : [late.Occurred, late.Credited];

    /// <summary>Where the lines stand that a correction is about, and the correction itself. One that was taken back already moves nothing.</summary>
    private static IEnumerable<Instant> Standing(IReadOnlyList<Entry> lines, List<Interval> bounds)
    {
        foreach (var entity in lines.GroupBy(line => line.Entity))
        {
            var corrections = entity
                .GroupBy(line => line.Key)
                .Where(key => key.Any(line => line.Reason is Reasons.Correction or Reasons.ReversalOfClosed) && !IsTakenBack(key))
                .Select(key => key.Key.Dated)
                .ToList();
            if (corrections.Count == 0)
                continue;

            foreach (
                var instant in corrections.Concat(
                    entity.Select(line => line.Key.Dated).Where(dated => bounds.Exists(when => when.Contains(dated)))
                )
            )
                yield return instant;
        }
    }

    private static bool IsTakenBack(IEnumerable<Entry> revisions)
    {
        var (measures, points) = (default(Measures), 0L);
        foreach (var line in revisions)
            (measures, points) = (measures + line.Measures, points + line.Points);

        return measures.IsZero && points == 0;
    }
}
