using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Time;
using NodaTime;

namespace Storage.Writing;

/// <summary>How the progress of goals is written and read under the lock.</summary>
internal static class GoalProgressTable
{
    private const string Columns =
        "t.goal, t.subject, t.period, t.actual, t.peak, t.last_credited, t.last_occurred, t.last_connection, t.last_external_id, "
        + "t.crossed_credited, t.crossed_occurred, t.crossed_connection, t.crossed_external_id, t.state, t.target, t.replies, t.unchanged, t.promise";

    public static readonly Upsert<GoalProgress> Write = new(
        "goal_progress",
        keys: 3,
        OnConflict.Merge,
        new Field<GoalProgress>.Text("goal", row => row.Scope.Goal.Value),
        new Field<GoalProgress>.Text("subject", row => row.Scope.Subject.Value),
        new Field<GoalProgress>.Text("period", row => row.Scope.Period.Value),
        new Field<GoalProgress>.Number("actual", row => row.Actual, Merge.Replace),
        new Field<GoalProgress>.Number("peak", row => row.Peak, Merge.Replace),
        new Field<GoalProgress>.Number("last_credited", row => Stored.Micros(row.Last.Credited), Merge.Replace),
        new Field<GoalProgress>.Number("last_occurred", row => Stored.Micros(row.Last.Occurred), Merge.Replace),
        new Field<GoalProgress>.Text("last_connection", row => row.Last.Fact.Connection, Merge.Replace),
        new Field<GoalProgress>.Text("last_external_id", row => row.Last.Fact.ExternalId, Merge.Replace),
        new Field<GoalProgress>.Number("crossed_credited", row => Micros(row.Crossed?.Credited), Merge.Replace),
        new Field<GoalProgress>.Number("crossed_occurred", row => Micros(row.Crossed?.Occurred), Merge.Replace),
        new Field<GoalProgress>.Text("crossed_connection", row => row.Crossed?.Fact.Connection, Merge.Replace),
        new Field<GoalProgress>.Text("crossed_external_id", row => row.Crossed?.Fact.ExternalId, Merge.Replace),
        new Field<GoalProgress>.Text("state", row => row.Result is { } result ? EnumText<GoalState>.Of(result.State) : null, Merge.Replace),
        new Field<GoalProgress>.Number("target", row => row.Result?.Target, Merge.Replace),
        new Field<GoalProgress>.Number("replies", row => row.Result?.Replies, Merge.Replace),
        new Field<GoalProgress>.Flag("unchanged", row => row.Result is { Unchanged: true }, Merge.Replace),
        new Field<GoalProgress>.Text("promise", StoredPromise.Text, Merge.Replace)
    );

    public static readonly KeyedRead<GoalScope, GoalProgress> OfScope = new(
        Columns,
        "goal_progress",
        "t.goal = {0} AND t.subject = {1} AND t.period = {2}",
        Map,
        new Field<GoalScope>.Text("goal", scope => scope.Goal.Value),
        new Field<GoalScope>.Text("subject", scope => scope.Subject.Value),
        new Field<GoalScope>.Text("period", scope => scope.Period.Value)
    );

    /// <summary>In every period that is not closed.</summary>
    public static readonly KeyedRead<Goal, GoalProgress> OpenOf = new(
        Columns,
        "goal_progress",
        "t.goal = {0} AND t.subject = {1} AND t.state IS NULL",
        Map,
        new Field<Goal>.Text("goal", goal => goal.Id.Value),
        new Field<Goal>.Text("subject", goal => goal.Subject.Value)
    );

    /// <summary>In every period that a close decided for it.</summary>
    public static readonly KeyedRead<Goal, GoalProgress> CompletedOf = new(
        Columns,
        "goal_progress",
        "t.goal = {0} AND t.subject = {1} AND t.state = 'completed'",
        Map,
        new Field<Goal>.Text("goal", goal => goal.Id.Value),
        new Field<Goal>.Text("subject", goal => goal.Subject.Value)
    );

    /// <summary>Of a goal that has its progress person by person: that of one of them.</summary>
    public static readonly KeyedRead<(GoalId Goal, SubjectId Subject), GoalProgress> OpenOfSubject = new(
        Columns,
        "goal_progress",
        "t.goal = {0} AND t.subject = {1} AND t.state IS NULL",
        Map,
        new Field<(GoalId Goal, SubjectId Subject)>.Text("goal", key => key.Goal.Value),
        new Field<(GoalId Goal, SubjectId Subject)>.Text("subject", key => key.Subject.Value)
    );

    /// <summary>Everybody's of one period.</summary>
    public static readonly KeyedRead<(GoalId Goal, PeriodKey Period), GoalProgress> OfPeriod = new(
        Columns,
        "goal_progress",
        "t.goal = {0} AND t.period = {1}",
        Map,
        new Field<(GoalId Goal, PeriodKey Period)>.Text("goal", key => key.Goal.Value),
        new Field<(GoalId Goal, PeriodKey Period)>.Text("period", key => key.Period.Value)
    );

    /// <summary>Everybody's, in every period that is not closed.</summary>
    public static readonly KeyedRead<GoalId, GoalProgress> OpenOfGoal = new(
        Columns,
        "goal_progress",
        "t.goal = {0} AND t.state IS NULL",
        Map,
        new Field<GoalId>.Text("goal", goal => goal.Value)
    );

    private static GoalProgress Map(IRow row) => StoredPromise.Read(Plain(row), row.TextOrNull(17));

    private static GoalProgress Plain(IRow row) =>
        new(
            new(new(row.Text(0)), new(row.Text(1)), new(row.Text(2))),
            row.Number(3),
            row.Number(4),
            new(Stored.Instant(row.Number(5)), Stored.Instant(row.Number(6)), new(row.Text(7), row.Text(8))),
            row.NumberOrNull(9) is { } credited
                ? new Position(Stored.Instant(credited), Stored.Instant(row.Number(10)), new(row.Text(11), row.Text(12)))
                : null,
            row.TextOrNull(13) is { } state
                ? new GoalResult(EnumText<GoalState>.Parse(state), row.Number(14), (int)row.Number(15), row.Flag(16))
                : null
        );

    private static long? Micros(Instant? instant) => instant is { } moment ? Stored.Micros(moment) : null;
}
