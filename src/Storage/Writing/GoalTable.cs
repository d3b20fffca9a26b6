using Gamification;
using Gamification.Goals;
using Gamification.Time;

namespace Storage.Writing;

/// <summary>How goals are read under the lock. What never changes and the revision come with every group; the rest only when that is new.</summary>
internal static class GoalTable
{
    public const string Columns =
        "t.id, t.owner, t.subject, t.metric, t.kind, t.created, t.archived, t.replacement, t.shared, t.revision, t.published, t.shadow, "
        + "t.only_period";

    public static readonly KeyedRead<SubjectId, Goal> OfSubject = new(
        Columns,
        "goal",
        "t.subject = {0}",
        Map,
        new Field<SubjectId>.Text("subject", subject => subject.Value)
    );

    public static readonly KeyedRead<PeriodKind, Goal> OfKind = new(
        Columns,
        "goal",
        "t.kind = {0}",
        Map,
        new Field<PeriodKind>.Text("kind", EnumText<PeriodKind>.Of)
    );

    /// <summary>Managers' goals of more than one person, drafts and archived ones too.</summary>
    public static readonly Query<Goal> Assigned = new(
        $"SELECT {Columns} FROM goal AS t WHERE t.owner IS NULL AND t.subject NOT LIKE 'person:%'",
        Map
    );

    /// <summary>All managers' goals from an id on, in the order of their ids.</summary>
    public static readonly Query<Goal> AssignedAfter = new(
        $"SELECT {Columns} FROM goal AS t WHERE t.owner IS NULL AND t.id > $1 ORDER BY t.id LIMIT {Together}",
        Map
    );

    /// <summary>So many goals are verified together.</summary>
    public const int Together = 50;

    public static readonly KeyedRead<GoalId, (GoalId Goal, GoalVersion Version)> Versions = new(
        "t.goal, t.number, t.holds_from, t.target, t.made_at, t.made_by, t.plan, t.reason",
        "goal_version",
        "t.goal = {0}",
        row => (new(row.Text(0)), VersionOf(row)),
        new Field<GoalId>.Text("goal", goal => goal.Value)
    );

    public static readonly KeyedRead<GoalId, (GoalId Goal, GoalPause Pause)> Pauses = new(
        "t.goal, t.number, t.paused_at, t.resumed_at",
        "goal_pause",
        "t.goal = {0}",
        row => (new(row.Text(0)), new((int)row.Number(1), Stored.Instant(row.Number(2)), Stored.Instant(row.NumberOrNull(3)))),
        new Field<GoalId>.Text("goal", goal => goal.Value)
    );

    /// <summary>Without its versions and pauses.</summary>
    private static Goal Map(IRow row) =>
        new(
            new(row.Text(0)),
            row.TextOrNull(1) is { } owner ? new PersonId(owner) : null,
            new(row.Text(2)),
            EnumText<Metric>.Parse(row.Text(3)),
            EnumText<PeriodKind>.Parse(row.Text(4)),
            Stored.Instant(row.Number(5)),
            Stored.Instant(row.NumberOrNull(6)),
            row.TextOrNull(7) is { } replacement ? new GoalId(replacement) : null,
            row.Flag(8),
            (int)row.Number(9),
            [],
            []
        )
        {
            Assignment = row.TextOrNull(1) is null
                ? new(Stored.Instant(row.NumberOrNull(10)), row.Flag(11), row.TextOrNull(12) is { } only ? new PeriodKey(only) : null)
                : null,
        };

    private static GoalVersion VersionOf(IRow row) =>
        new((int)row.Number(1), Stored.Date(row.Number(2)), row.Number(3), Stored.Instant(row.Number(4)), row.Text(5))
        {
            Plan = row.TextOrNull(6) is { } plan ? StoredPlan.Parse(plan, new(row.Text(0)), (int)row.Number(1)) : null,
            Reason = row.TextOrNull(7),
        };
}
