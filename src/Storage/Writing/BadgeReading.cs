using Gamification;
using Gamification.Activities;
using Gamification.Badges;

namespace Storage.Writing;

/// <summary>
/// Reads of people's badges what an activity may still change: what is earned once, and of what repeats the periods asked for. So a year
/// of perfect weeks costs the next activity nothing.
/// </summary>
internal sealed class BadgeReading(WriteScope scope)
{
    /// <summary>After every badge's id.</summary>
    private const string End = "\uffff";

    /// <summary>All that is earned once, by person.</summary>
    public async Task<IReadOnlyList<BadgeProgress>> OnceAsync(IReadOnlyCollection<PersonId> people, CancellationToken ct)
    {
        string[] ends = ["", .. Repeating().Order(StringComparer.Ordinal), End];
        var gaps = people.SelectMany(person => ends.Zip(ends[1..], (after, before) => new BadgeGap(person, after, before)));
        return await scope.Connection.ReadAsync(ProgressTable.Between, [.. gaps], ct);
    }

    /// <summary>The rows asked for, null where there is none, and the first that was earned of each of their badges.</summary>
    public async Task<Dictionary<BadgePeriod, BadgeProgress?>> PeriodsAsync(IReadOnlyCollection<BadgePeriod> asked, CancellationToken ct)
    {
        var rows = asked.ToDictionary(row => row, BadgeProgress? (_) => null);
        var firsts = asked.Select(row => (row.Person, row.Badge)).ToHashSet();
        foreach (var row in await scope.Connection.ReadAsync(ProgressTable.FirstEarned, firsts, ct))
            rows[new(row.Person, row.Badge, row.Period)] = row;
        foreach (var row in await scope.Connection.ReadAsync(ProgressTable.OfPeriod, asked, ct))
            rows[new(row.Person, row.Badge, row.Period)] = row;

        return rows;
    }

    private IEnumerable<string> Repeating() =>
        scope.Rules.Badges.Where(badge => badge.Trigger.Repeats is not null).Select(badge => badge.Id);
}
