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
        SELECT f."grouping" FROM fact AS f WHERE f."grouping" > $1 GROUP BY f."grouping" HAVING COUNT(*) > 1
        UNION SELECT t."grouping" FROM entry AS t WHERE t."grouping" > $1 AND {EntryTable.WithoutPlace} ORDER BY 1 LIMIT {Most}
        """,
        row => new(row.Text(0))
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        var deals = await scope.Connection.QueryAsync(DealsAfter, [after], ct);
        if (deals.Count == 0)
            return new(null, scope.Number, () => Verified.Nothing(0));

        var quotes = await scope.Connection.ReadAsync(FactTable.OfGrouping, deals, ct);
        var shares = await scope.Connection.ReadAsync(FactTable.Named, quotes.ToHashSet(), ct);
        var entries = await scope.Connection.ReadAsync(EntryTable.OfShare, shares, ct);
        var asked = deals.ToHashSet();
        var world = await WorldAsync([.. entries.Where(entry => IsQuoteOf(entry, asked))], ct);
        return new(deals.Count < Most ? null : deals[^1].Value, scope.Number, () => Compare(world));
    }

    private static bool IsQuoteOf(Entry entry, HashSet<EntityId> deals) =>
        entry is { Key.Rule: RuleNames.Quote, Grouping: { } deal } && deals.Contains(new(deal));

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
