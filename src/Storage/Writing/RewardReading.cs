using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Reads what managers' goals granted, and the lines of teams that they count, under the lock.</summary>
internal sealed class RewardReading(WriteScope scope)
{
    private readonly PeopleReader people = new(scope);

    /// <summary>Everything that was posted for each scope.</summary>
    public async Task<Dictionary<GoalScope, PostedRewards>> OfAsync(IReadOnlyCollection<GoalScope> scopes, CancellationToken ct)
    {
        var grants = (await scope.Connection.ReadAsync(GrantTable.OfScope, scopes, ct)).ToLookup(grant => grant.Key.Scope);
        var lines = (await scope.Connection.ReadAsync(GrantTable.Lines, scopes, ct)).ToLookup(line => line.Grant.Scope);
        var changes = (await scope.Connection.ReadAsync(GrantTable.Changes, scopes, ct)).ToLookup(change => change.Grant.Scope);
        var coins = (await scope.Connection.ReadAsync(GrantTable.Coins, scopes, ct)).ToLookup(paid => paid.Scope);
        var entries = (await scope.Connection.ReadAsync(EntryTable.OfReward, scopes, ct)).ToLookup(entry => entry.Entity);
        return scopes.ToDictionary(
            key => key,
            key => new PostedRewards([.. grants[key]], [.. lines[key]], [.. entries[PostedRewards.EntityOf(key)]], [.. changes[key]])
            {
                Coins = [.. coins[key]],
            }
        );
    }

    /// <summary>Everybody a reward may concern: recipients of it, and those managers added.</summary>
    public static IEnumerable<PersonId> PeopleOf(IEnumerable<PostedRewards> rewards) =>
        rewards.SelectMany(posted =>
            posted
                .Lines.Select(line => line.Recipient.Person)
                .OfType<PersonId>()
                .Concat(posted.Changes.Select(change => change.Person))
                .Concat(posted.Entries.Select(entry => entry.Key.Person))
        );

    /// <summary>
    /// The lines of everybody who has some in a period: of members, whose lines may cancel out, and of whoever is on the board of the team
    /// or the organisation.
    /// </summary>
    public async Task<Dictionary<SubjectLines, IReadOnlyList<Entry>>> LinesAsync(
        IReadOnlyCollection<SubjectLines> asked,
        CancellationToken ct
    )
    {
        var lines = new Dictionary<SubjectLines, IReadOnlyList<Entry>>(asked.Count);
        foreach (var key in asked)
            lines[key] = await LinesAsync(key, ct);

        return lines;
    }

    private async Task<IReadOnlyList<Entry>> LinesAsync(SubjectLines key, CancellationToken ct)
    {
        var period = Period.Parse(key.Period)!;
        var board = key.Subject.Team is { } team ? BoardKey.Team(team) : BoardKey.Organisation;
        var ids = (
            await scope.Connection.ReadAsync(TallyTable.PeopleOf, [.. BoardPeriods(period).Select(one => (board, one.Key))], ct)
        ).ToHashSet();
        ids.UnionWith((await people.RosterAsync(key.Subject, ct)).Members);
        var known = await people.ReadAsync(ids, ct);
        var bounds = ids.Select(id => new DatedLines(id, GoalLines.BoundsOf(known[id], period, scope.Organisation))).ToList();
        var entries = await scope.Connection.ReadAsync(EntryTable.Dated, bounds, ct);
        return key.Subject.Team is null ? entries : [.. entries.Where(entry => entry.Team == key.Subject.Team)];
    }

    /// <summary>
    /// Boards have no custom ranges: the quarters that hold one have everybody. A day more on each side, because active days are those of
    /// people's own calendars.
    /// </summary>
    private static IEnumerable<Period> BoardPeriods(Period period)
    {
        var last = period.End!.Value.PlusDays(1);
        for (var one = Period.Of(PeriodKind.Quarter, period.First!.Value.PlusDays(-1)); one.First <= last; one = one.Next!)
            yield return one;
    }
}
