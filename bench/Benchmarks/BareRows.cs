using System.Text;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// The rows one activity of the benchmark writes, in the product's own tables: 1 fact, 1 ledger line, 1 day, 10 tallies (organisation and
/// team, in day, week, month, quarter and all), 1 badge's progress; and 1 commit a group. The <c>history</c> benchmark counts the product's.
/// </summary>
internal sealed class BareRows
{
    private const string Fact = """
        INSERT INTO fact (connection, external_id, kind, entity, "grouping", owner, claimed_amount, currency, person, amount, occurred, received, credited,
            accepted, state, body)
        VALUES ('crm', $id, 'quote.sent', $entity, $grouping, $owner, 50000, 'EUR', $person, 50000, $at, $at, $at, $number, 'counted', $body)
        """;
    private const string Entry = """
        INSERT INTO entry (connection, external_id, rule, person, dated, revision, credited, occurred, team, entity, "grouping", quotes, sent, deals, revenue,
            replies, active, candidate, points, rule_version, reason)
        VALUES ('crm', $id, 'quote.sent', $person, $at, 0, $at, $at, $team, $entity, $grouping, 1, 1, 0, 0, 0, 0, 10, 10, 1, 'scored')
        """;
    private const string Day = """
        INSERT INTO day (person, date, credited, occurred, connection, external_id, quote_places, reply_scores, active)
        VALUES ($person, 20261118, $at, $at, 'crm', $id, $places, '', 1)
        ON CONFLICT (person, date) DO UPDATE SET credited = excluded.credited, occurred = excluded.occurred, connection = excluded.connection,
            external_id = excluded.external_id, quote_places = excluded.quote_places, reply_scores = excluded.reply_scores, active = excluded.active
        """;
    private const string Tally = """
        INSERT INTO tally (board, period, person, quotes, sent, deals, revenue, replies, active, points)
        VALUES ($board, $period, $person, 1, 1, 0, 0, 0, 0, 10)
        ON CONFLICT (board, period, person) DO UPDATE SET quotes = quotes + excluded.quotes, sent = sent + excluded.sent, deals = deals + excluded.deals,
            revenue = revenue + excluded.revenue, replies = replies + excluded.replies, active = active + excluded.active, points = points + excluded.points
        """;
    private const string Progress = """
        INSERT INTO progress (person, badge, period, actual, peak, last_credited, last_occurred, last_connection, last_external_id, revision)
        VALUES ($person, 'opening-move', '', 1, 1, $at, $at, 'crm', $id, 1)
        ON CONFLICT (person, badge, period) DO UPDATE SET actual = actual + 1, peak = peak + 1, last_credited = excluded.last_credited,
            last_occurred = excluded.last_occurred, last_connection = excluded.last_connection, last_external_id = excluded.last_external_id
        """;
    private const string Commit = """INSERT INTO "commit" (number, at, setup, people) VALUES ($number, $at, 0, '')""";

    private static readonly string[] Periods = ["2026-11-18", "2026-W47", "2026-11", "2026-Q4", "all"];

    private readonly BareStatement fact;
    private readonly BareStatement entry;
    private readonly BareStatement day;
    private readonly BareStatement tally;
    private readonly BareStatement progress;
    private readonly BareStatement commit;
    private readonly Random random = new(17);
    private readonly int reps;
    private long number;

    public BareRows(SqliteConnection connection)
    {
        reps = (int)BareStatement.Scalar(connection, "SELECT COUNT(*) FROM person");
        number = BareStatement.Scalar(connection, "SELECT MAX(number) FROM \"commit\"");
        fact = new(connection, Fact, "$id", "$entity", "$grouping", "$owner", "$person", "$at", "$number", "$body");
        entry = new(connection, Entry, "$id", "$person", "$at", "$team", "$entity", "$grouping");
        day = new(connection, Day, "$person", "$at", "$id", "$places");
        tally = new(connection, Tally, "$board", "$period", "$person");
        progress = new(connection, Progress, "$person", "$at", "$id");
        commit = new(connection, Commit, "$number", "$at");
    }

    public void Write(SqliteTransaction transaction, string id, byte[] body)
    {
        var rep = random.Next(reps);
        var (person, team, at) = (Company.Rep(rep), Company.TeamOf(rep), Now());
        var (entity, grouping) = ($"quote:crm:{id}", $"deal:crm:{id}");
        fact.Run(transaction, id, entity, grouping, Company.EmailOf(rep), person, at, number, Encoding.UTF8.GetString(body));
        entry.Run(transaction, id, person, at, team, entity, grouping);
        day.Run(transaction, person, at, id, entity);
        foreach (var period in Periods)
        {
            tally.Run(transaction, "org", period, person);
            tally.Run(transaction, $"team:{team}", period, person);
        }
        progress.Run(transaction, person, at, id);
    }

    public void WriteCommit(SqliteTransaction transaction) => commit.Run(transaction, ++number, Now());

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
}
