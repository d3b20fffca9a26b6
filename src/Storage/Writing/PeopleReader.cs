using Gamification;
using Gamification.Activities;
using Gamification.Exchange;
using Gamification.Goals;
using Gamification.People;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Reads what the setup keeps: closed periods, channels, who an owner is and how people work. Only what is not kept yet is read.</summary>
internal sealed class PeopleReader(WriteScope scope)
{
    public async Task<IReadOnlyList<ClosedPeriod>> ClosedAsync(CancellationToken ct) =>
        scope.Setup.Closed ??= await scope
            .Db.Closed.AsNoTracking()
            .Where(row => row.State == CloseState.Closed)
            .OrderBy(row => row.Period)
            .Select(row => new ClosedPeriod(row.Period, row.Kind, row.Start, row.End, row.Commit))
            .ToListAsync(ct);

    public async Task<IReadOnlySet<PeriodKey>> ReopenedAsync(CancellationToken ct) =>
        scope.Setup.Reopened ??= (
            await scope
                .Db.Closed.AsNoTracking()
                .Where(row => row.State == CloseState.Reopened || row.Version > 1)
                .Select(row => row.Period)
                .ToListAsync(ct)
        ).ToHashSet();

    /// <summary>Everybody who is or was in a team, and its managers; of the organisation everybody, and its admins.</summary>
    public async Task<(IReadOnlyList<PersonId> Members, IReadOnlyList<PersonId> Managers)> RosterAsync(
        SubjectId subject,
        CancellationToken ct
    )
    {
        if (!scope.Setup.Rosters.TryGetValue(subject, out var roster))
            scope.Setup.Rosters[subject] = roster = subject.Team is { } team ? await OfTeamAsync(team, ct) : await OfAllAsync(ct);

        return roster;
    }

    public async Task<IReadOnlyList<ConnectedChannel>> ChannelsAsync(CancellationToken ct) =>
        scope.Setup.Channels ??= [
            .. (await scope.Db.Channels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(row => row.Connected),
        ];

    /// <summary>The rates of these currencies, whatever their day.</summary>
    public async Task<RateTable> RatesAsync(IReadOnlySet<string> currencies, CancellationToken ct)
    {
        if (currencies.Count == 0)
            return RateTable.Empty;

        var unknown = currencies.Where(currency => !scope.Setup.Rates.ContainsKey(currency)).ToList();
        if (unknown.Count > 0)
        {
            var rows = await scope.Db.Rates.AsNoTracking().Where(row => unknown.Contains(row.Currency)).ToListAsync(ct);
            foreach (var currency in unknown)
                scope.Setup.Rates[currency] = [.. rows.Where(row => row.Currency == currency).Select(row => row.ToRate())];
        }

        return new(currencies.SelectMany(currency => scope.Setup.Rates[currency]));
    }

    /// <summary>The people behind the owners of a group. An identity of the connection goes before an email.</summary>
    public async Task<IReadOnlyDictionary<(string Connection, string Owner), PersonId>> OwnersAsync(
        IReadOnlyCollection<(FactId Id, Activity Activity)> group,
        CancellationToken ct
    )
    {
        var named = group
            .Where(fact => Entities.OwnerOf(fact.Activity) is not null)
            .Select(fact => (fact.Id.Connection, Owner: Entities.OwnerOf(fact.Activity)!.ToLowerInvariant()))
            .ToHashSet();
        var unknown = named.Where(owner => !scope.Setup.Owners.ContainsKey(owner)).ToList();
        if (unknown.Count > 0)
            await FindAsync(unknown, ct);
        return named.Where(scope.Setup.Owners.ContainsKey).ToDictionary(owner => owner, owner => scope.Setup.Owners[owner]);
    }

    public async Task<IReadOnlyDictionary<PersonId, Person>> ReadAsync(IReadOnlyCollection<PersonId> ids, CancellationToken ct)
    {
        var unknown = ids.Where(id => !scope.Setup.People.ContainsKey(id)).ToList();
        if (unknown.Count > 0)
            await AddAsync(unknown, ct);
        return ids.Where(scope.Setup.People.ContainsKey).ToDictionary(id => id, id => scope.Setup.People[id]);
    }

    private async Task<(IReadOnlyList<PersonId>, IReadOnlyList<PersonId>)> OfTeamAsync(TeamId team, CancellationToken ct) =>
        (
            await scope.Db.Memberships.Where(row => row.Team == team).Select(row => row.Person).Distinct().ToListAsync(ct),
            await scope.Db.TeamManagers.Where(row => row.Team == team).Select(row => row.Person).ToListAsync(ct)
        );

    private async Task<(IReadOnlyList<PersonId>, IReadOnlyList<PersonId>)> OfAllAsync(CancellationToken ct) =>
        (
            await scope.Db.People.Select(row => row.Id).ToListAsync(ct),
            await scope.Db.People.Where(row => row.Role == Role.Admin && row.Active).Select(row => row.Id).ToListAsync(ct)
        );

    private async Task FindAsync(List<(string Connection, string Owner)> unknown, CancellationToken ct)
    {
        var keys = unknown.Select(owner => owner.Owner).Distinct().ToList();
        var byEmail = await scope
            .Db.People.Where(row => keys.Contains(row.EmailKey!))
            .ToDictionaryAsync(row => row.EmailKey!, row => row.Id, ct);
        var identities = await scope.Db.Identities.AsNoTracking().Where(row => keys.Contains(row.Key)).ToListAsync(ct);
        var byIdentity = identities.ToDictionary(row => (row.Source, row.Key), row => row.Person);
        foreach (var owner in unknown)
            if (byIdentity.TryGetValue(owner, out var person) || byEmail.TryGetValue(owner.Owner, out person))
                scope.Setup.Owners[owner] = person;
    }

    private async Task AddAsync(List<PersonId> ids, CancellationToken ct)
    {
        var rows = await scope.Db.People.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var memberships = await scope.Db.Memberships.AsNoTracking().Where(row => ids.Contains(row.Person)).ToListAsync(ct);
        var inactivities = await scope.Db.Inactivities.AsNoTracking().Where(row => ids.Contains(row.Person)).ToListAsync(ct);
        var calendars = await scope.Db.Calendars.AsNoTracking().Where(row => ids.Contains(row.Person)).ToListAsync(ct);
        var daysOff = await scope.Db.DaysOff.AsNoTracking().Where(row => ids.Contains(row.Person)).ToListAsync(ct);
        var teams = memberships.ToLookup(row => row.Person);
        var inactive = inactivities.ToLookup(row => row.Person);
        var hours = calendars.ToLookup(row => row.Person);
        var off = daysOff.ToLookup(row => row.Person);
        foreach (var row in rows)
            scope.Setup.People[row.Id] = new(
                row.Id,
                [.. inactive[row.Id].OrderBy(span => span.Number).Select(span => span.ToInactivity())],
                row.Publicity,
                [.. teams[row.Id].OrderBy(membership => membership.Place).Select(membership => membership.ToMembership())],
                StoredCalendar.Read(hours[row.Id], off[row.Id], scope.Organisation.Zone),
                row.Hints
            )
            {
                Muted = row.Muted,
            };
    }
}
