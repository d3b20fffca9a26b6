using Gamification;
using Gamification.Points;
using Gamification.Time;

namespace Storage.Writing;

/// <summary>How differences are added to the tallies.</summary>
internal static class TallyTable
{
    public static readonly Upsert<Tally> Add = new(
        "tally",
        keys: 3,
        OnConflict.Merge,
        new Field<Tally>.Text("board", tally => tally.Key.Board.Value),
        new Field<Tally>.Text("period", tally => tally.Key.Period.Value),
        new Field<Tally>.Text("person", tally => tally.Key.Person.Value),
        new Field<Tally>.Number("quotes", tally => tally.Measures.Quotes, Merge.Add),
        new Field<Tally>.Number("sent", tally => tally.Measures.Sent, Merge.Add),
        new Field<Tally>.Number("deals", tally => tally.Measures.Deals, Merge.Add),
        new Field<Tally>.Number("revenue", tally => tally.Measures.Revenue, Merge.Add),
        new Field<Tally>.Number("replies", tally => tally.Measures.Replies, Merge.Add),
        new Field<Tally>.Number("active", tally => tally.Measures.Active, Merge.Add),
        new Field<Tally>.Number("points", tally => tally.Points, Merge.Add)
    );

    public static readonly KeyedRead<PersonId, Tally> OfPerson = new(
        "t.board, t.period, t.person, t.quotes, t.sent, t.deals, t.revenue, t.replies, t.active, t.points",
        "tally",
        "t.person = {0}",
        row =>
            new(
                new(new(row.Shared(0)), new(row.Shared(1)), new(row.Shared(2))),
                new((int)row.Number(3), (int)row.Number(4), (int)row.Number(5), row.Number(6), (int)row.Number(7), (int)row.Number(8)),
                row.Number(9)
            ),
        new Field<PersonId>.Text("person", person => person.Value)
    );

    /// <summary>Who has lines on a board in a period.</summary>
    public static readonly KeyedRead<(BoardKey Board, PeriodKey Period), PersonId> PeopleOf = new(
        "t.person",
        "tally",
        "t.board = {0} AND t.period = {1}",
        row => new(row.Shared(0)),
        new Field<(BoardKey Board, PeriodKey Period)>.Text("board", key => key.Board.Value),
        new Field<(BoardKey Board, PeriodKey Period)>.Text("period", key => key.Period.Value)
    );
}
