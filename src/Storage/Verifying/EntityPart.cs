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

    private static readonly Query<string> EntityAfter = new(
        $"SELECT t.entity FROM fact AS t WHERE t.entity > $1 ORDER BY t.entity LIMIT 1 OFFSET {Most}",
        row => row.Text(0)
    );

    private static readonly Query<Fact> Facts = new(
        $"SELECT {FactTable.Columns} FROM fact AS t WHERE t.entity > $1 AND t.entity <= $2 ORDER BY t.entity",
        FactTable.Map
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        // Null where few are left. What a part ends with is the entity of its last fact.
        var until = (await scope.Connection.QueryAsync(EntityAfter, [after], ct)).SingleOrDefault();
        var stored = await scope.Connection.QueryAsync(Facts, [after, until ?? End], ct);
        var shares = stored.Where(fact => fact.Person is not null).Select(fact => new Share(fact.Person!.Value, fact.Entity)).ToHashSet();
        var entries = await scope.Connection.ReadAsync(EntryTable.OfShare, shares, ct);
        var facts = stored.Where(fact => fact.State is FactState.Counted or FactState.Superseded).ToList();
        var ofEntity = Runs.Of(facts, fact => fact.Entity);
        var world = (await new LedgerReading(scope).WorldAsync(shares.Select(share => share.Person).ToHashSet(), ct)) with
        {
            Facts = ofEntity,
            Entries = Runs.Of(entries, entry => entry.Entity),
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, ofEntity.Keys, ct),
        };
        return new(until, scope.Number, () => Compare(world, facts.Count));
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
}
