using Gamification;
using Gamification.Activities;
using NodaTime;

namespace Storage.Writing;

/// <summary>How facts are written and read under the lock.</summary>
internal static class FactTable
{
    public const string Columns =
        "t.connection, t.external_id, t.kind, t.entity, t.\"grouping\", t.owner, t.claimed_amount, t.currency, t.detail, t.person, t.amount, "
        + "t.occurred, t.received, t.credited, t.accepted, t.state, t.reason, t.claimed_occurred, t.source, t.rates";

    private static readonly Field<FactId>[] Identity =
    [
        new Field<FactId>.Text("connection", id => id.Connection),
        new Field<FactId>.Text("external_id", id => id.ExternalId),
    ];

    /// <summary>What was reported stays as it came first; what was decided may be decided again.</summary>
    public static readonly Upsert<Fact> Write = new(
        "fact",
        keys: 2,
        OnConflict.Merge,
        new Field<Fact>.Text("connection", fact => fact.Id.Connection),
        new Field<Fact>.Text("external_id", fact => fact.Id.ExternalId),
        new Field<Fact>.Text("kind", fact => ActivityKinds.KindOf(fact.Activity).Name),
        new Field<Fact>.Text("entity", fact => fact.Entity.Value),
        new Field<Fact>.Text("\"grouping\"", fact => Entities.GroupingOf(fact.Id, fact.Activity)?.Value),
        new Field<Fact>.Text("owner", fact => Entities.OwnerOf(fact.Activity)),
        new Field<Fact>.Number("claimed_amount", fact => Entities.AmountOf(fact.Activity)?.MinorUnits),
        new Field<Fact>.Text("currency", fact => Entities.AmountOf(fact.Activity)?.Currency),
        new Field<Fact>.Text("detail", fact => StoredActivity.DetailOf(fact.Activity)),
        new Field<Fact>.Text("person", fact => fact.Person?.Value, Merge.Replace),
        new Field<Fact>.Number("amount", fact => fact.Amount, Merge.Replace),
        new Field<Fact>.Number("occurred", fact => Stored.Micros(fact.Occurred)),
        new Field<Fact>.Number("received", fact => Stored.Micros(fact.Received)),
        new Field<Fact>.Number("credited", fact => Stored.Micros(fact.Credited), Merge.Replace),
        new Field<Fact>.Number("accepted", fact => fact.Accepted, Merge.Replace),
        new Field<Fact>.Text("state", fact => EnumText<FactState>.Of(fact.State), Merge.Replace),
        new Field<Fact>.Text("reason", fact => fact.Reason, Merge.Replace),
        new Field<Fact>.Number("claimed_occurred", fact => fact.ClaimedOccurred is { } claimed ? Stored.Micros(claimed) : null),
        new Field<Fact>.Text("source", fact => EnumText<FactSource>.Of(fact.Source), Merge.Replace),
        new Field<Fact>.Text("rates", fact => fact.Rates.Text, Merge.Replace),
        new Field<Fact>.Text("body", fact => fact.Body)
    );

    public static readonly KeyedRead<FactId, (FactId Id, string Body)> Bodies = new(
        "t.connection, t.external_id, t.body",
        "fact",
        "t.connection = {0} AND t.external_id = {1}",
        row => (new(row.Text(0), row.Text(1)), row.Text(2)),
        Identity
    );

    /// <summary>What takes part in the state of an entity, or would if there were a rate. The bodies stay where they are: the rules never look at them.</summary>
    public static readonly KeyedRead<EntityId, Fact> OfEntity = new(
        Columns,
        "fact",
        "t.entity = {0} AND (t.state IN ('counted', 'superseded') OR (t.state = 'quarantined' AND t.reason = 'no-rate'))",
        Map,
        new Field<EntityId>.Text("entity", entity => entity.Value)
    );

    /// <summary>Who is named by what was reported of an entity, counted or not.</summary>
    public static readonly KeyedRead<EntityId, Share> Named = new(
        "DISTINCT t.person, t.entity",
        "fact",
        "t.entity = {0} AND t.person IS NOT NULL",
        row => new(new(row.Text(0)), new(row.Text(1))),
        new Field<EntityId>.Text("entity", entity => entity.Value)
    );

    /// <summary>The quotes that were reported of a deal.</summary>
    public static readonly KeyedRead<EntityId, EntityId> OfGrouping = new(
        "DISTINCT t.entity",
        "fact",
        "t.\"grouping\" = {0}",
        row => new(row.Text(0)),
        new Field<EntityId>.Text("grouping", grouping => grouping.Value)
    );

    /// <summary>When the quotes of a deal were sent.</summary>
    public static readonly KeyedRead<EntityId, (EntityId Deal, Instant Sent)> QuotesOfDeal = new(
        "t.\"grouping\", t.occurred",
        "fact",
        "t.\"grouping\" = {0} AND t.state IN ('counted', 'superseded')",
        row => (new(row.Text(0)), Stored.Instant(row.Number(1))),
        new Field<EntityId>.Text("deal", deal => deal.Value)
    );

    /// <summary>Whatever was reported of a person, counted or not.</summary>
    public static readonly KeyedRead<PersonId, Fact> OfPerson = new(
        Columns,
        "fact",
        "t.person = {0}",
        Map,
        new Field<PersonId>.Text("person", person => person.Value)
    );

    /// <summary>Those entities of which not every fact names the same person.</summary>
    public static readonly KeyedRead<EntityId, EntityId> Shared = new(
        "DISTINCT t.entity",
        "fact",
        "t.entity = {0} AND (t.person IS NULL OR EXISTS (SELECT 1 FROM fact AS f WHERE f.entity = t.entity AND f.person > t.person))",
        row => new(row.Text(0)),
        new Field<EntityId>.Text("entity", entity => entity.Value)
    );

    /// <summary>What occurred in an interval and is credited to another instant, because a period was closed.</summary>
    public static readonly KeyedRead<Interval, Fact> Late = new(
        Columns,
        "fact",
        "t.occurred >= {0} AND t.occurred < {1} AND t.credited <> t.occurred "
            + "AND (t.state IN ('counted', 'superseded') OR (t.state = 'listed' AND t.reason = 'late'))",
        Map,
        new Field<Interval>.Number("from", when => Stored.Micros(when.Start)),
        new Field<Interval>.Number("until", when => Stored.Micros(when.End))
    );

    public static readonly KeyedRead<FactId, Fact> Waiting = new(
        $"{Columns}, t.body",
        "fact",
        "t.connection = {0} AND t.external_id = {1} AND t.state = 'quarantined'",
        row => Map(row, row.Text(20)),
        Identity
    );

    /// <summary>What waits for a rate of a currency, also a win whose deal had its amount before.</summary>
    public static readonly KeyedRead<string, Fact> WaitingForRate = new(
        $"{Columns}, t.body",
        "fact",
        "t.state = 'quarantined' AND t.reason = 'no-rate' AND (t.currency IS NULL OR t.currency = {0})",
        row => Map(row, row.Text(20)),
        new Field<string>.Text("currency", currency => currency)
    );

    /// <summary>Owners are compared without case, as people are found; the few that wait are compared one by one.</summary>
    public static readonly KeyedRead<string, Fact> WaitingAt = new(
        $"{Columns}, t.body",
        "fact",
        "t.connection = {0} AND t.state = 'quarantined' AND t.owner IS NOT NULL",
        row => Map(row, row.Text(20)),
        new Field<string>.Text("connection", connection => connection)
    );

    /// <summary>What is asked for of an entity (<see cref="OfEntity"/>), of a fact that was read.</summary>
    public static bool TakesPart(Fact fact) =>
        fact.State is FactState.Counted or FactState.Superseded
        || (fact.State is FactState.Quarantined && fact.Reason is FactReasons.NoRate);

    /// <summary>Without the body.</summary>
    public static Fact Map(IRow row) => Map(row, body: "");

    private static Fact Map(IRow row, string body)
    {
        var id = new FactId(row.Shared(0), row.Text(1));
        var money = row.NumberOrNull(6) is { } units ? Money.Of(units, row.Shared(7)) : (Money?)null;
        return new(
            id,
            StoredActivity.Read(
                id,
                Stored.Kind(row.Shared(2)),
                row.Text(3),
                row.TextOrNull(4),
                row.SharedOrNull(5),
                money,
                row.TextOrNull(8)
            ),
            row.SharedOrNull(9) is { } person ? new PersonId(person) : null,
            row.NumberOrNull(10),
            Stored.Instant(row.Number(11)),
            Stored.Instant(row.Number(12)),
            Stored.Instant(row.Number(13)),
            row.Number(14),
            EnumText<FactState>.Parse(row.Shared(15)),
            row.SharedOrNull(16),
            Stored.Instant(row.NumberOrNull(17)),
            body
        )
        {
            Source = EnumText<FactSource>.Parse(row.Shared(18)),
            Rates = new(row.TextOrNull(19)),
        };
    }
}
