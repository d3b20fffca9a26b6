using System.Globalization;
using Gamification;
using Gamification.Activities;
using Gamification.Points;

namespace Storage.Writing;

/// <summary>How the days' states are written and read under the lock.</summary>
internal static class DayTable
{
    private const string Columns =
        "t.person, t.date, t.credited, t.occurred, t.connection, t.external_id, t.quote_places, t.reply_scores, t.active";

    public static readonly Upsert<DayState> Write = new(
        "day",
        keys: 2,
        OnConflict.Merge,
        new Field<DayState>.Text("person", day => day.Person.Value),
        new Field<DayState>.Number("date", day => Stored.Number(day.Date)),
        new Field<DayState>.Number("credited", day => Stored.Micros(day.Last.Credited), Merge.Replace),
        new Field<DayState>.Number("occurred", day => Stored.Micros(day.Last.Occurred), Merge.Replace),
        new Field<DayState>.Text("connection", day => day.Last.Fact.Connection, Merge.Replace),
        new Field<DayState>.Text("external_id", day => day.Last.Fact.ExternalId, Merge.Replace),
        new Field<DayState>.Text("quote_places", day => Packed.Of(day.QuotePlaces.Select(quote => quote.Value)), Merge.Replace),
        new Field<DayState>.Text("reply_scores", day => Packed.Of(day.ReplyScores.SelectMany(Texts)), Merge.Replace),
        new Field<DayState>.Flag("active", day => day.Active, Merge.Replace)
    );

    public static readonly KeyedRead<DayKey, DayState> OfKey = new(
        Columns,
        "day",
        "t.person = {0} AND t.date = {1}",
        Map,
        new Field<DayKey>.Text("person", day => day.Person.Value),
        new Field<DayKey>.Number("date", day => Stored.Number(day.Date))
    );

    public static readonly KeyedRead<PersonId, DayState> OfPerson = new(
        Columns,
        "day",
        "t.person = {0}",
        Map,
        new Field<PersonId>.Text("person", person => person.Value)
    );

    public static readonly KeyedRead<DayKey, DayKey> Since = new(
        "t.person, t.date",
        "day",
        "t.person = {0} AND t.date >= {1}",
        row => new(new(row.Text(0)), Stored.Date(row.Number(1))),
        new Field<DayKey>.Text("person", day => day.Person.Value),
        new Field<DayKey>.Number("date", day => Stored.Number(day.Date))
    );

    private static DayState Map(IRow row) =>
        new(
            new(row.Shared(0)),
            Stored.Date(row.Number(1)),
            new(Stored.Instant(row.Number(2)), Stored.Instant(row.Number(3)), new(row.Shared(4), row.Text(5))),
            [.. Packed.Parse(row.Text(6)).Select(quote => new EntityId(quote))],
            Scores(Packed.Parse(row.Text(7))),
            row.Flag(8)
        );

    private static IEnumerable<string> Texts(KeyValuePair<EntityId, int> scored) =>
        [scored.Key.Value, scored.Value.ToString(CultureInfo.InvariantCulture)];

    private static Dictionary<EntityId, int> Scores(IReadOnlyList<string> texts)
    {
        var scores = new Dictionary<EntityId, int>(texts.Count / 2);
        for (var i = 0; i < texts.Count; i += 2)
            scores[new(texts[i])] = int.Parse(texts[i + 1], CultureInfo.InvariantCulture);
        return scores;
    }
}
