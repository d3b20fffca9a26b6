using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>How a close keeps what it made of goals.</summary>
internal static class SnapshotTable
{
    public static readonly Upsert<GoalSnapshotRow> WriteGoal = new(
        "goal_snapshot",
        keys: 4,
        OnConflict.Refuse,
        new Field<GoalSnapshotRow>.Text("period", row => row.Period.Value),
        new Field<GoalSnapshotRow>.Number("version", row => row.Version),
        new Field<GoalSnapshotRow>.Text("goal", row => row.Goal.Value),
        new Field<GoalSnapshotRow>.Text("subject", row => row.Subject.Value),
        new Field<GoalSnapshotRow>.Text("state", row => EnumText<GoalState>.Of(row.State)),
        new Field<GoalSnapshotRow>.Number("actual", row => row.Actual),
        new Field<GoalSnapshotRow>.Number("target", row => row.Target),
        new Field<GoalSnapshotRow>.Number("attainment", row => row.Attainment),
        new Field<GoalSnapshotRow>.Number("replies", row => row.Replies),
        new Field<GoalSnapshotRow>.Number("base", row => Micros(row.Base)),
        new Field<GoalSnapshotRow>.Number("super", row => Micros(row.Super)),
        new Field<GoalSnapshotRow>.Number("mega", row => Micros(row.Mega))
    );

    /// <summary>The row of a goal that was decided.</summary>
    public static GoalSnapshotRow RowOf(Goal goal, Period period, int version, GoalProgress decided, DateTimeZone zone) =>
        new()
        {
            Period = period.Key,
            Version = version,
            Goal = goal.Id,
            Subject = decided.Scope.Subject,
            State = decided.Result!.State,
            Actual = decided.Actual,
            Target = decided.Result.Target,
            Attainment = GoalStanding.Of(goal, decided.Scope.Subject, period, decided, default, default, zone).BasisPoints,
            Replies = decided.Result.Replies,
            Base = Since(decided, TierKind.Base),
            Super = Since(decided, TierKind.Super),
            Mega = Since(decided, TierKind.Mega),
        };

    private static Instant? Since(GoalProgress decided, TierKind tier) => decided.Tiers[tier].Since?.Credited;

    private static long? Micros(Instant? instant) => instant is { } moment ? Stored.Micros(moment) : null;
}
