using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Reads what there is for a plan to name.</summary>
public sealed class PlanContexts(DirectoryReader directory, Organisation organisation)
{
    public async Task<PlanContext> ReadAsync(Instant now, CancellationToken ct)
    {
        var people = await directory.PeopleAsync(organisation.DayOf(now), ct);
        var teams = await directory.TeamsAsync(ct);
        return new(
            organisation,
            people.Select(person => person.Id).ToHashSet(),
            teams.Select(team => team.Id).ToHashSet(),
            new HashSet<string>(StringComparer.Ordinal)
        );
    }
}
