using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Adds versions of the point rules; the newest holds from a day that has not begun for anybody.</summary>
internal sealed class PointRulesWriter(WriteScope scope)
{
    public async Task<PointVersion> AddAsync(PointRules rules, string by, Instant now, CancellationToken ct)
    {
        var ids = await scope.Db.Calendars.AsNoTracking().Select(row => row.Zone).Distinct().ToListAsync(ct);
        var zones = ids.Select(id => DateTimeZoneProviders.Tzdb[id]).Append(scope.Organisation.Zone);
        var added = (await new RulesReader(scope).PointsAsync(ct)).Change(rules, now, zones).Newest;
        scope.Db.PointRules.Add(PointRulesRow.Of(added, by, now));
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return added;
    }
}
