using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// The rows one activity of the benchmark writes, in the product's own tables: 1 fact, 1 ledger line, 1 day, 10 tallies (organisation and
/// team, in day, week, month, quarter and all), 2 badges' progress; and 1 commit a group.
/// </summary>
internal sealed class BareRows
{
    private static readonly string[] Periods = ["2026-11-18", "2026-W47", "2026-11", "2026-Q4", "all"];

    private readonly SqliteCommand fact;
    private readonly SqliteCommand entry;
    private readonly SqliteCommand day;
    private readonly SqliteCommand tally;
    private readonly SqliteCommand progress;
    private readonly SqliteCommand commit;
    private readonly Random random = new(17);
    private readonly int reps;
    private long number;

    public BareRows(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        reps = (int)Scalar(connection, "SELECT COUNT(*) FROM person");
        number = Scalar(connection, "SELECT MAX(number) FROM \"commit\"");
        fact = Prepare(
            connection,
            """
            INSERT INTO fact (connection, external_id, kind, entity, "grouping", owner, claimed_amount, currency, person, amount, occurred, received, credited,
                accepted, state, body)
            VALUES ('crm', $id, 'quote.sent', $entity, $grouping, $owner, 50000, 'EUR', $person, 50000, $at, $at, $at, $number, 'counted', $body)
            """,
            ["$id", "$entity", "$grouping", "$owner", "$person", "$at", "$number", "$body"]
        );
        entry = Prepare(
            connection,
            """
            INSERT INTO entry (connection, external_id, rule, person, dated, revision, credited, occurred, team, entity, "grouping", quotes, sent, deals, revenue,
                replies, active, candidate, points, rule_version, reason)
            VALUES ('crm', $id, 'quote.sent', $person, $at, 0, $at, $at, $team, $entity, $grouping, 1, 1, 0, 0, 0, 0, 10, 10, 1, 'scored')
            """,
            ["$id", "$person", "$at", "$team", "$entity", "$grouping"]
        );
        day = Prepare(
            connection,
            """
            INSERT INTO day (person, date, credited, occurred, connection, external_id, quote_places, reply_scores, active)
            VALUES ($person, 20261118, $at, $at, 'crm', $id, $places, '', 1)
            ON CONFLICT (person, date) DO UPDATE SET credited = excluded.credited, occurred = excluded.occurred, connection = excluded.connection,
                external_id = excluded.external_id, quote_places = excluded.quote_places, reply_scores = excluded.reply_scores, active = excluded.active
            """,
            ["$person", "$at", "$id", "$places"]
        );
        tally = Prepare(
            connection,
            """
            INSERT INTO tally (board, period, person, quotes, sent, deals, revenue, replies, active, points)
            VALUES ($board, $period, $person, 1, 1, 0, 0, 0, 0, 10)
            ON CONFLICT (board, period, person) DO UPDATE SET quotes = quotes + excluded.quotes, sent = sent + excluded.sent, deals = deals + excluded.deals,
                revenue = revenue + excluded.revenue, replies = replies + excluded.replies, active = active + excluded.active, points = points + excluded.points
            """,
            ["$board", "$period", "$person"]
        );
        progress = Prepare(
            connection,
            """
            INSERT INTO progress (person, badge, period, actual, peak, last_credited, last_occurred, last_connection, last_external_id, revision)
            VALUES ($person, $badge, '', 1, 1, $at, $at, 'crm', $id, 1)
            ON CONFLICT (person, badge, period) DO UPDATE SET actual = actual + 1, peak = peak + 1, last_credited = excluded.last_credited,
                last_occurred = excluded.last_occurred, last_connection = excluded.last_connection, last_external_id = excluded.last_external_id
            """,
            ["$person", "$badge", "$at", "$id"]
        );
        commit = Prepare(connection, "INSERT INTO \"commit\" (number, at, setup, people) VALUES ($number, $at, 0, '')", ["$number", "$at"]);
    }

    public void Write(SqliteTransaction transaction, string id, byte[] body)
    {
        var rep = random.Next(reps);
        var (person, team, at) = (Company.Rep(rep), Company.TeamOf(rep), Now());
        var (entity, grouping) = ($"quote:crm:{id}", $"deal:crm:{id}");
        Run(fact, transaction, id, entity, grouping, Company.EmailOf(rep), person, at, number, Encoding.UTF8.GetString(body));
        Run(entry, transaction, id, person, at, team, entity, grouping);
        Run(day, transaction, person, at, id, entity);
        foreach (var period in Periods)
        {
            Run(tally, transaction, "org", period, person);
            Run(tally, transaction, $"team:{team}", period, person);
        }
        Run(progress, transaction, person, "first-sale", at, id);
        Run(progress, transaction, person, "opening-move", at, id);
    }

    public void WriteCommit(SqliteTransaction transaction) => Run(commit, transaction, ++number, Now());

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { ParameterName = parameter });
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
