using System.Globalization;
using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using NodaTime;

namespace Storage.Writing;

/// <summary>The badges of a person whose ids lie between two.</summary>
internal readonly record struct BadgeGap(PersonId Person, string After, string Before);

/// <summary>How badge progress is written and read under the lock, and the lines of a badge's history.</summary>
internal static class ProgressTable
{
    private const string Columns =
        "t.person, t.badge, t.period, t.actual, t.peak, t.last_credited, t.last_occurred, t.last_connection, t.last_external_id, "
        + "t.crossed_credited, t.crossed_occurred, t.crossed_connection, t.crossed_external_id, t.revision, t.threshold, t.kept, t.marks";

    public static readonly Upsert<BadgeProgress> Write = new(
        "progress",
        keys: 3,
        OnConflict.Merge,
        new Field<BadgeProgress>.Text("person", row => row.Person.Value),
        new Field<BadgeProgress>.Text("badge", row => row.Badge),
        new Field<BadgeProgress>.Text("period", row => row.Period),
        new Field<BadgeProgress>.Number("actual", row => row.Actual, Merge.Replace),
        new Field<BadgeProgress>.Number("peak", row => row.Peak, Merge.Replace),
        new Field<BadgeProgress>.Number("last_credited", row => Stored.Micros(row.Last.Credited), Merge.Replace),
        new Field<BadgeProgress>.Number("last_occurred", row => Stored.Micros(row.Last.Occurred), Merge.Replace),
        new Field<BadgeProgress>.Text("last_connection", row => row.Last.Fact.Connection, Merge.Replace),
        new Field<BadgeProgress>.Text("last_external_id", row => row.Last.Fact.ExternalId, Merge.Replace),
        new Field<BadgeProgress>.Number("crossed_credited", row => Micros(row.Crossed?.Credited), Merge.Replace),
        new Field<BadgeProgress>.Number("crossed_occurred", row => Micros(row.Crossed?.Occurred), Merge.Replace),
        new Field<BadgeProgress>.Text("crossed_connection", row => row.Crossed?.Fact.Connection, Merge.Replace),
        new Field<BadgeProgress>.Text("crossed_external_id", row => row.Crossed?.Fact.ExternalId, Merge.Replace),
        new Field<BadgeProgress>.Number("revision", row => row.Revision, Merge.Replace),
        new Field<BadgeProgress>.Number("threshold", row => row.Threshold, Merge.Replace),
        new Field<BadgeProgress>.Flag("kept", row => row.IsKept, Merge.Replace),
        new Field<BadgeProgress>.Text("marks", row => Packed.Of(row.Marks.SelectMany(Texts)), Merge.Replace)
    );

    public static readonly Upsert<Award> WriteAward = new(
        "award",
        keys: 4,
        OnConflict.Refuse,
        new Field<Award>.Text("person", award => award.Person.Value),
        new Field<Award>.Text("badge", award => award.Badge),
        new Field<Award>.Text("period", award => award.Period),
        new Field<Award>.Number("revision", award => award.Revision),
        new Field<Award>.Number("credited", award => Stored.Micros(award.At.Credited)),
        new Field<Award>.Number("occurred", award => Stored.Micros(award.At.Occurred)),
        new Field<Award>.Text("connection", award => award.At.Fact.Connection),
        new Field<Award>.Text("external_id", award => award.At.Fact.ExternalId)
    );

    /// <summary>All rows of a person: with every week there are more.</summary>
    public static readonly KeyedRead<PersonId, BadgeProgress> OfPerson = new(
        Columns,
        "progress",
        "t.person = {0}",
        Map,
        new Field<PersonId>.Text("person", person => person.Value)
    );

    /// <summary>A person's badges between two, neither of them included.</summary>
    public static readonly KeyedRead<BadgeGap, BadgeProgress> Between = new(
        Columns,
        "progress",
        "t.person = {0} AND t.badge > {1} AND t.badge < {2}",
        Map,
        new Field<BadgeGap>.Text("person", gap => gap.Person.Value),
        new Field<BadgeGap>.Text("after", gap => gap.After),
        new Field<BadgeGap>.Text("before", gap => gap.Before)
    );

    public static readonly KeyedRead<BadgePeriod, BadgeProgress> OfPeriod = new(
        Columns,
        "progress",
        "t.person = {0} AND t.badge = {1} AND t.period = {2}",
        Map,
        new Field<BadgePeriod>.Text("person", row => row.Person.Value),
        new Field<BadgePeriod>.Text("badge", row => row.Badge),
        new Field<BadgePeriod>.Text("period", row => row.Period)
    );

    /// <summary>The row of the first period in which a person earned a badge.</summary>
    public static readonly KeyedRead<(PersonId Person, string Badge), BadgeProgress> FirstEarned = new(
        Columns,
        "progress",
        "t.person = {0} AND t.badge = {1} "
            + "AND t.period = (SELECT MIN(a.period) FROM award AS a WHERE a.person = {0} AND a.badge = {1})",
        Map,
        new Field<(PersonId Person, string Badge)>.Text("person", badge => badge.Person.Value),
        new Field<(PersonId Person, string Badge)>.Text("badge", badge => badge.Badge)
    );

    private static BadgeProgress Map(IRow row) =>
        new(
            row.Text(1),
            new(row.Text(0)),
            row.Text(2),
            row.Number(3),
            row.Number(4),
            new(Stored.Instant(row.Number(5)), Stored.Instant(row.Number(6)), new(row.Text(7), row.Text(8))),
            row.NumberOrNull(9) is { } credited
                ? new Position(Stored.Instant(credited), Stored.Instant(row.Number(10)), new(row.Text(11), row.Text(12)))
                : null,
            (int)row.Number(13)
        )
        {
            Threshold = row.Number(14),
            IsKept = row.Flag(15),
            Marks = Marks(Packed.Parse(row.Text(16))),
        };

    /// <summary>Most marks occurred when they are credited.</summary>
    private static IEnumerable<string> Texts(Mark mark) =>
        [
            Text(Stored.Micros(mark.At.Credited)),
            mark.At.Occurred == mark.At.Credited ? "" : Text(Stored.Micros(mark.At.Occurred)),
            mark.At.Fact.Connection,
            mark.At.Fact.ExternalId,
            Text(mark.Value),
            mark.Of,
        ];

    private static IReadOnlyList<Mark> Marks(IReadOnlyList<string> texts) =>
        [.. texts.Chunk(6).Select(mark => new Mark(PositionOf(mark), Number(mark[4]), mark[5]))];

    private static Position PositionOf(string[] mark) =>
        new(Stored.Instant(Number(mark[0])), Stored.Instant(Number(mark[1].Length == 0 ? mark[0] : mark[1])), new(mark[2], mark[3]));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static long? Micros(Instant? instant) => instant is { } moment ? Stored.Micros(moment) : null;
}
