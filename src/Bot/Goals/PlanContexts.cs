using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Reads what there is for a plan to name.</summary>
public sealed class PlanContexts(DirectoryReader directory, BadgeReader badges, Organisation organisation)
{
    public async Task<PlanContext> ReadAsync(Instant now, CancellationToken ct)
    {
        var people = await directory.PeopleAsync(organisation.DayOf(now), ct);
        var teams = await directory.TeamsAsync(ct);
        return new(
            organisation,
            people.Select(person => person.Id).ToHashSet(),
            teams.Select(team => team.Id).ToHashSet(),
            await GivableAsync(ct)
        );
    }

    /// <summary>Own badges without a trigger, as far as they are switched on.</summary>
    private async Task<HashSet<string>> GivableAsync(CancellationToken ct) =>
        (await badges.AllAsync(ct))
            .Where(badge => badge is { IsDisabled: false, Badge.IsReward: true })
            .Select(badge => badge.Badge.Id)
            .ToHashSet(StringComparer.Ordinal);
}
