using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>
/// Some thousand facts with all lines of their deals, quotes and conversations, in the order of those: a row lies near the ones before, and
/// is not sought for every person.
/// </summary>
internal sealed class EntityPart(WriteScope scope)
{
    private const int Most = 1_250;

    /// <summary>Comes after the id of every entity: those begin with a letter.</summary>
    private const string End = "~";

    private static readonly Query<string> FactsUntil = Until("fact");
    private static readonly Query<string> EntriesUntil = Until("entry");

    private static readonly Query<Fact> Facts = new(
        $"SELECT {FactTable.Columns} FROM fact AS t WHERE t.entity > $1 AND t.entity <= $2 AND t.state IN ('counted', 'superseded') ORDER BY t.entity",
        FactTable.Map
    );

    private static readonly Query<Entry> Entries = new(
        $"SELECT {EntryTable.Columns} FROM entry AS t WHERE t.entity > $1 AND t.entity <= $2 ORDER BY t.entity",
        EntryTable.Map
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        var until = await UntilAsync(after, ct);
        var facts = await scope.Connection.QueryAsync(Facts, [after, until ?? End], ct);
        var entries = await scope.Connection.QueryAsync(Entries, [after, until ?? End], ct);
        var named = facts.Select(fact => fact.Person).OfType<PersonId>().Concat(entries.Select(entry => entry.Key.Person)).ToHashSet();
        var ofEntity = Runs.Of(facts, fact => fact.Entity);
        var world = (await new LedgerReading(scope).WorldAsync(named, ct)) with
        {
            Facts = ofEntity,
            Entries = Runs.Of(entries, entry => entry.Entity),
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, ofEntity.Keys, ct),
        };
        return new(until, scope.Number, () => Compare(world, facts.Count));
    }

    /// <summary>A part ends with the entity of its last fact, or of its last line where lines without facts come first.</summary>
    /// <returns>Null where few are left.</returns>
    private async Task<string?> UntilAsync(string after, CancellationToken ct)
    {
        IReadOnlyList<string> ends =
        [
            .. await scope.Connection.QueryAsync(FactsUntil, [after], ct),
            .. await scope.Connection.QueryAsync(EntriesUntil, [after], ct),
        ];
        return ends.Min(StringComparer.Ordinal);
    }

    private static Verified Compare(World world, int rows)
    {
        var verification = new EntityVerification(world);
        var differences = new List<Difference>();
        var wrong = new HashSet<EntityId>();
        foreach (var entity in world.Facts.Keys.Concat(world.Entries.Keys.Where(entity => !world.Facts.ContainsKey(entity))))
            if (verification.Of(entity) is { Count: > 0 } found)
            {
                differences.AddRange(found);
                wrong.Add(entity);
            }

        return new(rows, differences, Recount.Nothing with { Entities = wrong }, []);
    }

    private static Query<string> Until(string table) =>
        new($"SELECT t.entity FROM {table} AS t WHERE t.entity > $1 ORDER BY t.entity LIMIT 1 OFFSET {Most}", row => row.Text(0));
}
