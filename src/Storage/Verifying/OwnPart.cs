using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>What names some people and nobody else, with all their lines and what rests on those. All of it lies by person, so it is read as it lies.</summary>
internal sealed class OwnPart(WriteScope scope)
{
    private readonly LedgerReading ledgers = new(scope);

    public async Task<ReadPart> ReadAsync(KeySpan span, CancellationToken ct)
    {
        var read = new List<Func<Verified>>();
        foreach (var person in await ledgers.PeopleAsync(span, ct))
            read.Add(await ReadAsync(person, ct));

        return new(span.IsLast ? null : span.Until, scope.Number, () => Verified.Of([.. read.Select(compare => compare())]));
    }

    private async Task<Func<Verified>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var history = await ledgers.HistoryAsync(person, ct);
        var facts = await scope.Connection.ReadAsync(FactTable.OfPerson, [person], ct);
        var known = await ledgers.WorldAsync([person], ct);
        var differences = await EntitiesAsync(known, facts, history, ct);
        var world = await ledgers.AddAsync(known, person, history, ct);
        var tallies = await ledgers.TalliesAsync(person, ct);
        return () =>
            new(
                history.Count + facts.Count,
                [.. differences, .. new PersonVerification(world, person, tallies).Run()],
                Recount.Nothing,
                []
            );
    }

    /// <summary>
    /// Folds what the person has as if nobody else were named by it. Where that does not explain their lines, it is theirs alone and wrong, or
    /// it is looked at with the shared ones.
    /// </summary>
    private async Task<IReadOnlyList<Difference>> EntitiesAsync(
        World known,
        IReadOnlyList<Fact> facts,
        IReadOnlyList<Entry> history,
        CancellationToken ct
    )
    {
        var taken = Runs.Of(facts.Where(FactTable.TakesPart), fact => fact.Entity);
        var world = known with
        {
            Facts = taken,
            Entries = Runs.Of(history.Where(entry => !PostedRewards.IsEntity(entry.Entity)), entry => entry.Entity),
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, taken.Keys, ct),
        };
        var verification = new EntityVerification(world);
        var found = new Dictionary<EntityId, IReadOnlyList<Difference>>();
        foreach (var entity in world.Facts.Keys.Concat(world.Entries.Keys.Where(entity => !world.Facts.ContainsKey(entity))))
            if (verification.Of(entity) is { Count: > 0 } differences)
                found.Add(entity, differences);

        var own = facts.Select(fact => fact.Entity).ToHashSet();
        foreach (var shared in await scope.Connection.ReadAsync(FactTable.Shared, [.. found.Keys.Where(own.Contains)], ct))
            found.Remove(shared);
        return [.. found.Values.SelectMany(differences => differences)];
    }
}
