using Bot.Cards;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Gathers what was granted for the goals that somebody may change, archived ones too.</summary>
public sealed class GrantsPage(GrantReader grants, TeamGoalsPage teams)
{
    private const int Most = 200;

    public async Task<GrantsView> ReadAsync(PersonView reader, Goal? about, Instant now, CancellationToken ct)
    {
        var names = await teams.NamesAsync(now, ct);
        var all = await grants.ListAsync(about?.Id, period: null, Most, ct);
        return new([.. all.Where(grant => TeamGoalsPage.MaySee(reader, grant.Key.Scope.Subject, names.People))], about, names);
    }
}
