using Gamification;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;

namespace Storage.Writing;

/// <summary>The values of the game as they are stored, kept with the setup.</summary>
internal sealed class RulesReader(WriteScope scope)
{
    public async Task<Rulebook> ReadAsync(CancellationToken ct) => scope.Rules with { Points = await PointsAsync(ct) };

    public async Task<PointTimeline> PointsAsync(CancellationToken ct) =>
        scope.Setup.Points ??= new([
            .. (await scope.Db.PointRules.AsNoTracking().OrderBy(row => row.Version).ToListAsync(ct)).Select(row => row.ToVersion()),
        ]);
}
