using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Reads what the schedule has to know.</summary>
internal sealed class ScheduleReader(WriteScope scope)
{
    private readonly PeopleReader setup = new(scope);

    /// <summary>Of goals that are out.</summary>
    private async Task<IReadOnlyList<Period>> RangesAsync(CancellationToken ct)
    {
        var keys = await scope
            .Db.Goals.Where(row => row.Kind == PeriodKind.Custom && row.Published != null && row.Archived == null)
            .Select(row => row.OnlyPeriod)
            .Distinct()
            .ToListAsync(ct);
        return [.. keys.OfType<PeriodKey>().Select(Period.Parse).OfType<Period>()];
    }

    public async Task<ScheduleState> ReadAsync(CancellationToken ct)
    {
        var organisation = await scope.Db.Organisations.AsNoTracking().SingleAsync(ct);
        var closes = await scope
            .Db.Closed.AsNoTracking()
            .OrderBy(row => row.Period)
            .Select(row => new PeriodClose(row.Period, row.Kind, row.State, row.Version))
            .ToListAsync(ct);
        var boards = await scope.Db.Announcements.About(BoardPosts.All).Select(row => new { row.About, row.Recipient }).ToListAsync(ct);
        return new(
            organisation.FirstFact,
            closes,
            await setup.ChannelsAsync(ct),
            boards.Select(row => (row.About, row.Recipient)).ToHashSet()
        )
        {
            Ranges = await RangesAsync(ct),
        };
    }
}
