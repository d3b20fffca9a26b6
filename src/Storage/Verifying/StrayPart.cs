using Gamification;
using Gamification.Activities;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Some thousand facts of deals, quotes and conversations that name nobody: a deal reopened of which nothing else is known.</summary>
internal sealed class StrayPart(WriteScope scope)
{
    private const int Most = 5_000;

    private static readonly Query<Fact> FactsAfter = new(
        $"""
        SELECT {FactTable.Columns} FROM fact AS t
        WHERE t.person IS NULL AND t.entity > $1 AND t.state IN ('counted', 'superseded')
            AND NOT EXISTS (SELECT 1 FROM fact AS named WHERE named.entity = t.entity AND named.person IS NOT NULL)
        ORDER BY t.entity LIMIT {Most}
        """,
        FactTable.Map
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        var facts = await scope.Connection.QueryAsync(FactsAfter, [after], ct);
        var last = facts.Count < Most ? null : LastWhole(facts);
        if (last is not null)
            facts = [.. facts.TakeWhile(fact => string.CompareOrdinal(fact.Entity.Value, last) <= 0)];
        else if (facts.Count == Most)
            (facts, last) = (await scope.Connection.ReadAsync(FactTable.OfEntity, [facts[0].Entity], ct), facts[0].Entity.Value);

        var world = new World(
            scope.Organisation,
            await new RulesReader(scope).ReadAsync(ct),
            await new PeopleReader(scope).ClosedAsync(ct),
            []
        )
        {
            Facts = Runs.Of(facts, fact => fact.Entity),
        };
        return new(last, scope.Number, () => Compare(world, facts.Count));
    }

    /// <summary>The last entity but one: the last may go on in the next part. Null when there is only one.</summary>
    private static string? LastWhole(IReadOnlyList<Fact> facts)
    {
        var partial = facts[^1].Entity;
        for (var i = facts.Count - 1; i >= 0; i--)
            if (facts[i].Entity != partial)
                return facts[i].Entity.Value;

        return null;
    }

    private static Verified Compare(World world, int rows)
    {
        var verification = new EntityVerification(world);
        var found = world.Facts.Keys.Select(entity => (Entity: entity, Differences: verification.Of(entity))).ToList();
        return new(
            rows,
            [.. found.SelectMany(entity => entity.Differences)],
            Recount.Nothing with
            {
                Entities = found.Where(entity => entity.Differences.Count > 0).Select(entity => entity.Entity).ToHashSet(),
            },
            []
        );
    }
}
