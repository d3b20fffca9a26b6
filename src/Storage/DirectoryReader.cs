using System.Linq.Expressions;
using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>Who is who: people, teams and their identities.</summary>
public sealed class DirectoryReader(IDbContextFactory<GameContext> contexts)
{
    public Task<PersonView?> FindAsync(PersonId id, LocalDate day, CancellationToken ct) => FindAsync(person => person.Id == id, day, ct);

    /// <summary>Case-insensitive.</summary>
    public async Task<PersonView?> FindByIdentityAsync(string source, string externalId, LocalDate day, CancellationToken ct)
    {
        var key = externalId.ToLowerInvariant();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var identity = await db.Identities.AsNoTracking().SingleOrDefaultAsync(row => row.Source == source && row.Key == key, ct);
        return identity is null ? null : await FindAsync(identity.Person, day, ct);
    }

    /// <summary>Case-insensitive.</summary>
    public Task<PersonView?> FindByEmailAsync(string email, LocalDate day, CancellationToken ct)
    {
        var key = email.ToLowerInvariant();
        return FindAsync(person => person.EmailKey == key, day, ct);
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

    /// <summary>The chat identities on a platform of those of these people who have one.</summary>
    public async Task<IReadOnlyList<string>> IdentitiesOfAsync(IReadOnlyCollection<PersonId> people, string source, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Identities.Where(row => row.Source == source && people.Contains(row.Person))
            .OrderBy(row => row.Key)
            .Select(row => row.ExternalId)
            .ToListAsync(ct);
    }

    /// <summary>Active people who have no identity on a platform, by their email in lower case.</summary>
    public async Task<IReadOnlyDictionary<string, PersonId>> UnlinkedAsync(string source, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .People.Where(person =>
                person.Active && person.EmailKey != null && !db.Identities.Any(row => row.Person == person.Id && row.Source == source)
            )
            .ToDictionaryAsync(person => person.EmailKey!, person => person.Id, StringComparer.Ordinal, ct);
    }

    /// <summary>All identities of a platform.</summary>
    public async Task<IReadOnlyList<string>> IdentitiesAsync(string source, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Identities.Where(row => row.Source == source).OrderBy(row => row.Key).Select(row => row.ExternalId).ToListAsync(ct);
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
    public async Task<IReadOnlyList<PersonView>> PeopleAsync(LocalDate day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = await db.People.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(ct);
        var teams = (await TeamsOn(db, db.Memberships, day).ToListAsync(ct)).ToLookup(held => held.Person, held => held.Team);
        var managed = (await Managed(db.TeamManagers).ToListAsync(ct)).ToLookup(row => row.Person, row => row.Team);
        return [.. people.Select(row => View(row, teams[row.Id].FirstOrDefault(), [.. managed[row.Id]]))];
    }

    /// <summary>Everyone who is in a team on a day of a half-open range, by id.</summary>
    public async Task<IReadOnlyList<PersonId>> MembersAsync(TeamId team, LocalDate first, LocalDate end, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Memberships.Where(row => row.Team == team && (row.From == null || row.From < end) && (row.To == null || row.To > first))
            .Select(row => row.Person)
            .Distinct()
            .OrderBy(person => person)
            .ToListAsync(ct);
    }

    /// <summary>The full record, as the admin gave it.</summary>
    public async Task<PersonRecord?> RecordAsync(PersonId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return person is null ? null : await PersonRecords.CompleteAsync(db, person, ct);
    }

    /// <summary>The full record of a team, as the admin gave it, with the channels connected in chat.</summary>
    public async Task<TeamRecord?> TeamRecordAsync(TeamId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } team)
            return null;

        var managers = await Managed(db.TeamManagers.Where(row => row.Team == id)).ToListAsync(ct);
        var channels = await db
            .Channels.AsNoTracking()
            .Where(row => row.Team == id && row.Platform != ChannelRow.Web)
            .OrderBy(row => row.Id)
            .ToListAsync(ct);
        return new(
            id,
            team.Name,
            [.. managers.Select(row => row.Person)],
            [.. channels.Select(row => (row.Platform, row.Conversation))],
            team.BoardMode
        );
    }

    /// <summary>Three keyed reads: one query for all of it makes both databases walk through every membership.</summary>
    private async Task<PersonView?> FindAsync(Expression<Func<PersonRow, bool>> who, LocalDate day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(who, ct) is not { } person)
            return null;

        var team = await TeamsOn(db, db.Memberships.Where(row => row.Person == person.Id), day).FirstOrDefaultAsync(ct);
        var managed = await Managed(db.TeamManagers.Where(row => row.Person == person.Id)).ToListAsync(ct);
        return View(person, team?.Team, [.. managed.Select(row => row.Team)]);
    }

    private static IQueryable<TeamHeld> TeamsOn(GameContext db, IQueryable<MembershipRow> memberships, LocalDate day) =>
        memberships
            .Where(row => (row.From == null || row.From <= day) && (row.To == null || day < row.To))
            .OrderBy(row => row.Place)
            .Join(
                db.Teams,
                row => row.Team,
                team => team.Id,
                (row, team) => new TeamHeld(row.Person, new TeamView(team.Id, team.Name, team.BoardMode, team.ShareBadgeProgress))
            );

    private static IQueryable<TeamManagerRow> Managed(IQueryable<TeamManagerRow> managers) =>
        managers.AsNoTracking().OrderBy(row => row.Team);

    private static PersonView View(PersonRow row, TeamView? team, IReadOnlyList<TeamId> manages) =>
        new(row.Id, row.Name, row.Email, row.Role, row.Active, row.Ranked, row.Alias, row.Publicity, team, manages)
        {
            Hints = row.Hints,
            Muted = row.Muted,
            Language = row.Language,
        };

    private static IQueryable<TeamView> Views(IQueryable<TeamRow> teams) =>
        teams.Select(row => new TeamView(row.Id, row.Name, row.BoardMode, row.ShareBadgeProgress));

    private sealed record TeamHeld(PersonId Person, TeamView Team);
}
