using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>The scored quotes of some thousand deals.</summary>
internal sealed class DealPart(WriteScope scope)
{
    private const int Most = 2_000;

    /// <summary>A quote alone in its deal that has a place is right: there is nobody it could have taken it from.</summary>
    private static readonly Query<EntityId> DealsAfter = new(
        $"""
        SELECT t."grouping" FROM entry AS t WHERE t."grouping" > $1 AND t.rule = '{RuleNames.Quote}'
        GROUP BY t."grouping" HAVING COUNT(*) > 1 OR SUM(t.candidate) = 0 ORDER BY t."grouping" LIMIT {Most}
        """,
        row => new(row.Text(0))
    );

    private static readonly KeyedRead<EntityId, Entry> Quotes = new(
        EntryTable.Columns,
        "entry",
        $"t.\"grouping\" = {{0}} AND t.rule = '{RuleNames.Quote}'",
        EntryTable.Map,
        new Field<EntityId>.Text("grouping", deal => deal.Value)
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        var deals = await scope.Connection.QueryAsync(DealsAfter, [after], ct);
        if (deals.Count == 0)
            return new(null, scope.Number, () => Verified.Nothing(0));

        var entries = await scope.Connection.ReadAsync(Quotes, deals, ct);
        var world = await WorldAsync(entries, ct);
        return new(deals.Count < Most ? null : deals[^1].Value, scope.Number, () => Compare(world));
    }

    private static Verified Compare(World world)
    {
        var wrong = world.Groupings.Keys.SelectMany(deal => DealVerification.Of(deal, world)).ToHashSet();
        return new(0, [.. wrong.Select(quote => DifferenceOf(world.Entries[quote]))], Recount.Nothing with { Entities = wrong }, []);
    }

    private async Task<World> WorldAsync(IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        var people = new PeopleReader(scope);
        return new(scope.Organisation, await new RulesReader(scope).ReadAsync(ct), await people.ClosedAsync(ct), [])
        {
            People = await people.ReadAsync(entries.Select(entry => entry.Key.Person).ToHashSet(), ct),
            Entries = Runs.Of(entries, entry => entry.Entity),
            Groupings = entries
                .GroupBy(entry => new EntityId(entry.Grouping!))
                .ToDictionary(deal => deal.Key, deal => (IReadOnlyList<EntityId>)[.. deal.Select(entry => entry.Entity).Distinct()]),
        };
    }

    private static Difference DifferenceOf(IReadOnlyList<Entry> quote) =>
        new(
            DifferenceKind.Line,
            quote[0].Key.Person,
            quote[0].Key.ToString(),
            $"{quote.Sum(entry => entry.Candidate)} before limits",
            "the earliest quote of the deal's day has its place"
        );
}
