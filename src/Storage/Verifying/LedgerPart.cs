using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>The lines of some people with what rests on them.</summary>
internal sealed class LedgerPart(WriteScope scope)
{
    /// <summary>Of what a person has lines without being named by any fact of it: no entity's facts lead to them.</summary>
    private static readonly KeyedRead<PersonId, EntityId> Unnamed = new(
        "DISTINCT t.entity",
        "entry",
        $"t.person = {{0}} AND NOT {EntryTable.OfRewards} AND NOT EXISTS (SELECT 1 FROM fact AS f WHERE f.person = t.person AND f.entity = t.entity)",
        row => new(row.Text(0)),
        new Field<PersonId>.Text("person", person => person.Value)
    );

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
        var world = await ledgers.AddAsync(await ledgers.WorldAsync([person], ct), person, history, ct);
        var tallies = await ledgers.TalliesAsync(person, ct);
        var unnamed = await UnnamedAsync(person, history, ct);
        return () => new(history.Count, [.. unnamed(), .. new PersonVerification(world, person, tallies).Run()], Recount.Nothing, []);
    }

    private async Task<Func<IReadOnlyList<Difference>>> UnnamedAsync(PersonId person, IReadOnlyList<Entry> history, CancellationToken ct)
    {
        var entities = (await scope.Connection.ReadAsync(Unnamed, [person], ct)).ToHashSet();
        if (entities.Count == 0)
            return () => [];

        var world = (await ledgers.WorldAsync([person], ct)) with
        {
            Entries = Runs.Of(history.Where(entry => entities.Contains(entry.Entity)), entry => entry.Entity),
        };
        var verification = new EntityVerification(world);
        return () => [.. entities.SelectMany(verification.Of)];
    }
}
