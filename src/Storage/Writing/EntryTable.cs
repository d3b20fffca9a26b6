using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using NodaTime;

namespace Storage.Writing;

/// <summary>Lines of a person dated in an interval.</summary>
internal readonly record struct DatedLines(PersonId Person, Interval When);

/// <summary>What a person has of one deal, quote, conversation or logged activity.</summary>
internal readonly record struct Share(PersonId Person, EntityId Entity)
{
    public static HashSet<Share> NamedBy(IEnumerable<Fact> facts) =>
        facts.Where(fact => fact.Person is not null).Select(fact => new Share(fact.Person!.Value, fact.Entity)).ToHashSet();
}

/// <summary>How lines of the ledger are written and read under the lock. A line that is there already is a bug, so its key refuses it.</summary>
internal static class EntryTable
{
    public const string Columns =
        "t.connection, t.external_id, t.rule, t.person, t.dated, t.revision, t.credited, t.occurred, t.team, t.entity, t.\"grouping\", t.quotes, "
        + "t.sent, t.deals, t.revenue, t.replies, t.active, t.candidate, t.points, t.reply_seconds, t.rule_version, t.reason, t.sprints, t.logged";

    /// <summary>What tells the lines of rewards from those of activities, word for word as their index has it.</summary>
    public const string OfRewards = "substr(entity, 1, 5) = 'goal:'";

    /// <summary>Quotes that came without a place or lost it, word for word as their index has it.</summary>
    public const string WithoutPlace = "candidate <= 0 AND rule = 'quote.sent'";

    public static readonly Upsert<Entry> Write = new(
        "entry",
        keys: 7,
        OnConflict.Refuse,
        new Field<Entry>.Text("person", entry => entry.Key.Person.Value),
        new Field<Entry>.Text("entity", entry => entry.Entity.Value),
        new Field<Entry>.Text("connection", entry => entry.Key.Fact.Connection),
        new Field<Entry>.Text("external_id", entry => entry.Key.Fact.ExternalId),
        new Field<Entry>.Text("rule", entry => entry.Key.Rule),
        new Field<Entry>.Number("dated", entry => Stored.Micros(entry.Key.Dated)),
        new Field<Entry>.Number("revision", entry => entry.Revision),
        new Field<Entry>.Number("credited", entry => Stored.Micros(entry.Position.Credited)),
        new Field<Entry>.Number("occurred", entry => Stored.Micros(entry.Position.Occurred)),
        new Field<Entry>.Text("team", entry => entry.Team?.Value),
        new Field<Entry>.Text("\"grouping\"", entry => entry.Grouping),
        new Field<Entry>.Number("quotes", entry => entry.Measures.Quotes),
        new Field<Entry>.Number("sent", entry => entry.Measures.Sent),
        new Field<Entry>.Number("deals", entry => entry.Measures.Deals),
        new Field<Entry>.Number("revenue", entry => entry.Measures.Revenue),
        new Field<Entry>.Number("replies", entry => entry.Measures.Replies),
        new Field<Entry>.Number("active", entry => entry.Measures.Active),
        new Field<Entry>.Number("candidate", entry => entry.Candidate),
        new Field<Entry>.Number("points", entry => entry.Points),
        new Field<Entry>.Number("reply_seconds", entry => entry.ReplySeconds),
        new Field<Entry>.Number("rule_version", entry => entry.RuleVersion),
        new Field<Entry>.Text("reason", entry => entry.Reason),
        new Field<Entry>.Number("sprints", entry => entry.Measures.Sprints),
        new Field<Entry>.Number("logged", entry => entry.Measures.Logged)
    );

    /// <summary>
    /// Lines lie by person, so those of an entity are found by the people whom its facts name: nobody else has any. Only points of rewards
    /// rest on no facts.
    /// </summary>
    public static readonly KeyedRead<Share, Entry> OfShare = new(
        Columns,
        "entry",
        "t.person = {0} AND t.entity = {1}",
        Map,
        new Field<Share>.Text("person", share => share.Person.Value),
        new Field<Share>.Text("entity", share => share.Entity.Value)
    );

    /// <summary>The bonus lines of a goal, subject and period.</summary>
    public static readonly KeyedRead<GoalScope, Entry> OfReward = new(
        Columns,
        "entry",
        $"t.entity = {{0}} AND {OfRewards}",
        Map,
        new Field<GoalScope>.Text("entity", scope => PostedRewards.EntityOf(scope).Value)
    );

    public static readonly KeyedRead<PersonId, Entry> OfPerson = new(
        Columns,
        "entry",
        "t.person = {0}",
        Map,
        new Field<PersonId>.Text("person", person => person.Value)
    );

    public static readonly KeyedRead<DatedLines, Entry> Dated = new(
        Columns,
        "entry",
        "t.person = {0} AND t.dated >= {1} AND t.dated < {2}",
        Map,
        new Field<DatedLines>.Text("person", lines => lines.Person.Value),
        new Field<DatedLines>.Number("from", lines => Stored.Micros(lines.When.Start)),
        new Field<DatedLines>.Number("to", lines => Stored.Micros(lines.When.End))
    );

    /// <summary>What has lines dated in an interval of which a later fact said something else when they were closed.</summary>
    public static readonly KeyedRead<Interval, EntityId> CorrectedLater = new(
        "DISTINCT t.entity",
        "entry",
        "t.reason IN ('correction', 'reversal.closed', 'imported.correction') AND EXISTS (SELECT 1 FROM fact AS f "
            + "JOIN entry AS e ON e.person = f.person AND e.entity = f.entity WHERE f.entity = t.entity AND "
            + "e.dated >= {0} AND e.dated < {1})",
        row => new(row.Text(0)),
        new Field<Interval>.Number("from", when => Stored.Micros(when.Start)),
        new Field<Interval>.Number("until", when => Stored.Micros(when.End))
    );

    /// <summary>What a person has lines of, dated from an instant on, and when.</summary>
    public static readonly KeyedRead<(PersonId Person, Instant From), (EntityId Entity, Instant Dated)> Since = new(
        "DISTINCT t.entity, t.dated",
        "entry",
        "t.person = {0} AND t.dated >= {1}",
        row => (new(row.Text(0)), Stored.Instant(row.Number(1))),
        new Field<(PersonId Person, Instant From)>.Text("person", lines => lines.Person.Value),
        new Field<(PersonId Person, Instant From)>.Number("from", lines => Stored.Micros(lines.From))
    );

    /// <summary>A person's conversations of the imported past, whose working time their calendar decides.</summary>
    public static readonly KeyedRead<PersonId, EntityId> PastReplies = new(
        "DISTINCT t.entity",
        "entry",
        "t.person = {0} AND t.rule = 'past' AND t.reply_seconds IS NOT NULL",
        row => new(row.Text(0)),
        new Field<PersonId>.Text("person", person => person.Value)
    );

    public static Entry Map(IRow row)
    {
        var fact = new FactId(row.Shared(0), row.Text(1));
        return new(
            new(fact, row.Shared(2), new(row.Shared(3)), Stored.Instant(row.Number(4))),
            (int)row.Number(5),
            new(Stored.Instant(row.Number(6)), Stored.Instant(row.Number(7)), fact),
            row.SharedOrNull(8) is { } team ? new TeamId(team) : null,
            new(row.Text(9)),
            row.TextOrNull(10),
            new((int)row.Number(11), (int)row.Number(12), (int)row.Number(13), row.Number(14), (int)row.Number(15), (int)row.Number(16))
            {
                Sprints = (int)row.Number(22),
                Logged = (int)row.Number(23),
            },
            (int)row.Number(17),
            row.Number(18),
            (int?)row.NumberOrNull(19),
            (int)row.Number(20),
            row.Shared(21)
        );
    }
}
