using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Records closes, and reads what the schedule has to know.</summary>
internal sealed class ScheduleWriter(WriteScope scope)
{
    private readonly PeopleReader setup = new(scope);

    public async Task<bool> CloseAsync(Period period, Instant now, CancellationToken ct)
    {
        if (period.StartIn(scope.Organisation.Zone) is not { } start || period.EndIn(scope.Organisation.Zone) is not { } end)
            throw new ArgumentException($"'{period.Key}' never ends, so it cannot be closed.", nameof(period));
        if (await scope.Db.Closed.AnyAsync(row => row.Period == period.Key, ct))
            return false;

        scope.Db.Closed.Add(
            new()
            {
                Period = period.Key,
                Kind = period.Kind,
                Start = start,
                End = end,
                Commit = scope.Number,
                Version = 1,
                ClosedAt = now,
            }
        );
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return true;
    }

    public async Task<ScheduleState> ReadAsync(CancellationToken ct)
    {
        var organisation = await scope.Db.Organisations.AsNoTracking().SingleAsync(ct);
        var boards = await scope.Db.Announcements.About(BoardPosts.All).Select(row => new { row.About, row.Recipient }).ToListAsync(ct);
        return new(
            organisation.FirstFact,
            await setup.ClosedAsync(ct),
            await setup.ChannelsAsync(ct),
            boards.Select(row => (row.About, row.Recipient)).ToHashSet()
        );
    }
}
