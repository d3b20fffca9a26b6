using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>Who is who: people, teams and their identities.</summary>
public sealed class DirectoryReader(IDbContextFactory<GameContext> contexts)
{
    public Task<PersonView?> FindAsync(PersonId id, LocalDate day, CancellationToken ct) =>
        FindAsync((_, people) => people.Where(person => person.Id == id), day, ct);

    /// <summary>Case-insensitive.</summary>
    public Task<PersonView?> FindByIdentityAsync(string source, string externalId, LocalDate day, CancellationToken ct)
    {
        var key = externalId.ToLowerInvariant();
        return FindAsync(
            (db, people) =>
                people.Where(person => db.Identities.Any(row => row.Source == source && row.Key == key && row.Person == person.Id)),
            day,
            ct
        );
    }

    /// <summary>Case-insensitive.</summary>
    public Task<PersonView?> FindByEmailAsync(string email, LocalDate day, CancellationToken ct)
    {
        var key = email.ToLowerInvariant();
        return FindAsync((_, people) => people.Where(person => person.EmailKey == key), day, ct);
    }

    /// <summary>The chat identity of a person on a platform; null when not linked.</summary>
    public async Task<string?> IdentityOfAsync(PersonId person, string source, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Identities.Where(row => row.Person == person && row.Source == source)
            .OrderBy(row => row.Key)
            .Select(row => row.ExternalId)
            .FirstOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<TeamView>> TeamsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Views(db.Teams.OrderBy(row => row.Name).ThenBy(row => row.Id)).ToListAsync(ct);
    }

    public async Task<TeamView?> FindTeamAsync(TeamId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Views(db.Teams.Where(row => row.Id == id)).SingleOrDefaultAsync(ct);
    }

    /// <summary>All people by name, with the team of the day.</summary>
    public Task<IReadOnlyList<PersonView>> PeopleAsync(LocalDate day, CancellationToken ct) => ViewsAsync((_, people) => people, day, ct);

    /// <summary>The full record, as the admin gave it.</summary>
    public async Task<PersonRecord?> RecordAsync(PersonId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return person is null ? null : await PersonRecords.CompleteAsync(db, person, ct);
    }

    private async Task<PersonView?> FindAsync(
        Func<GameContext, IQueryable<PersonRow>, IQueryable<PersonRow>> which,
        LocalDate day,
        CancellationToken ct
    ) => (await ViewsAsync(which, day, ct)).SingleOrDefault();

    private async Task<IReadOnlyList<PersonView>> ViewsAsync(
        Func<GameContext, IQueryable<PersonRow>, IQueryable<PersonRow>> which,
        LocalDate day,
        CancellationToken ct
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = await which(db, db.People)
            .OrderBy(person => person.Name)
            .ThenBy(person => person.Id)
            .Select(person => new
            {
                Row = person,
                Team = db
                    .Memberships.Where(row =>
                        row.Person == person.Id && (row.From == null || row.From <= day) && (row.To == null || day < row.To)
                    )
                    .OrderBy(row => row.Place)
                    .Select(row => row.Team)
                    .Join(db.Teams, id => id, team => team.Id, (_, team) => new TeamView(team.Id, team.Name, team.BoardMode))
                    .FirstOrDefault(),
                Manages = db.TeamManagers.Where(row => row.Person == person.Id).OrderBy(row => row.Team).Select(row => row.Team).ToList(),
            })
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. people.Select(person => View(person.Row, person.Team, person.Manages))];
    }

    private static PersonView View(PersonRow row, TeamView? team, IReadOnlyList<TeamId> manages) =>
        new(row.Id, row.Name, row.Email, row.Role, row.Active, row.Ranked, row.Alias, row.Publicity, team, manages);

    private static IQueryable<TeamView> Views(IQueryable<TeamRow> teams) =>
        teams.Select(row => new TeamView(row.Id, row.Name, row.BoardMode));
}
