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

    private static readonly Query<string> DealsAfter = new(
        $"SELECT DISTINCT t.\"grouping\" FROM entry AS t WHERE t.\"grouping\" > $1 AND t.rule = '{RuleNames.Quote}' ORDER BY t.\"grouping\" LIMIT {Most}",
        row => row.Text(0)
    );

    private static readonly Query<Entry> Quotes = new(
        $"SELECT {EntryTable.Columns} FROM entry AS t WHERE t.\"grouping\" > $1 AND t.\"grouping\" <= $2 AND t.rule = '{RuleNames.Quote}'",
        EntryTable.Map
    );

    public async Task<Verified> ReadAsync(string after, CancellationToken ct)
    {
        var deals = await scope.Connection.QueryAsync(DealsAfter, [after], ct);
        if (deals.Count == 0)
            return new(null, 0, [], Recount.Nothing, []);

        var entries = await scope.Connection.QueryAsync(Quotes, [after, deals[^1]], ct);
        var world = await WorldAsync(entries, ct);
        var wrong = world.Groupings.Keys.SelectMany(deal => DealVerification.Of(deal, world)).ToHashSet();
        return new(
            deals.Count < Most ? null : deals[^1],
            0,
            [.. wrong.Select(quote => DifferenceOf(world.Entries[quote]))],
            Recount.Nothing with
            {
                Entities = wrong,
            },
            []
        );
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
