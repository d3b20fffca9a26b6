using Gamification.Goals;
using Gamification.People;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Badges;

/// <summary>
/// A revenue goal in one month, as far as badges care. An own one counts until it is changed, paused or deleted after the first day; what
/// it had counted by then stays, and can still be taken back.
/// </summary>
internal sealed class GoalMonth
{
    private readonly Goal goal;
    private readonly Period month;
    private readonly Instant? ended;
    private readonly long? target;

    private GoalMonth(Goal goal, SubjectId subject, Period month, DateTimeZone zone)
    {
        (this.goal, this.month) = (goal, month);
        var settled = zone.AtStartOfDay(month.First!.Value.PlusDays(1)).ToInstant();
        target = goal.Owner is null
            ? IsGivenIn(goal, month)
                ? goal.TargetIn(month, subject)
                : null
            : (goal with { Versions = [.. goal.Versions.Where(version => version.At < settled)] }).TargetIn(month);
        ended = EndOf(goal, month, settled, zone);
    }

    public static bool IsSuch(Goal goal) => goal is { Metric: Metric.Revenue, Kind: PeriodKind.Month };

    /// <param name="subject">The person, also of a goal of a team's members.</param>
    public static GoalMonth Of(Goal goal, SubjectId subject, Period month, DateTimeZone zone) => new(goal, subject, month, zone);

    /// <summary>A goal of a team's members counts what the person did while one.</summary>
    public bool IsOf(Person person, Instant dated, Organisation organisation) =>
        goal.Subject.Team is not { } team || person.TeamOn(organisation.DayOf(dated)) == team;

    /// <summary>Whether it counts all through the month.</summary>
    public bool IsWhole => ended is null;

    /// <param name="leastOwn">The smallest target of an own goal that counts, in minor units.</param>
    public bool Counts(long leastOwn) => target is { } asked && (goal.Owner is null || asked >= leastOwn);

    /// <summary>Whether a change that came may matter although the goal no longer counts.</summary>
    public bool MayMove(Contribution change) => ended is not { } end || change.At.Credited < end || change.Measures.Revenue < 0;

    /// <param name="standing">What it stood at before.</param>
    /// <param name="changes">In order.</param>
    public IEnumerable<Contribution> Moves(PersonId person, long standing, IEnumerable<(Activities.Position At, long Value)> changes)
    {
        foreach (var (at, value) in changes)
        {
            var before = standing;
            standing += value;
            yield return Contribution.Of(new GoalOutcome(person, goal.Id.Value, month.Key, at, PercentOf(before), PercentOf(standing)));
        }
    }

    /// <summary>All of a person's history in order, without the imported past, to what counts.</summary>
    public IEnumerable<(Activities.Position At, long Value)> Counted(
        Person person,
        IEnumerable<Contribution> history,
        Organisation organisation
    )
    {
        var counted = new HashSet<Activities.EntityId>();
        foreach (var part in history)
            if (
                part.Measures.Revenue is not 0 and var value
                && month.Contains(organisation.DayOf(part.Dated))
                && goal.Counts(part.Dated)
                && IsOf(person, part.Dated, organisation)
            )
                if (ended is not { } end || part.At.Credited < end)
                {
                    counted.Add(part.Entity);
                    yield return (part.At, value);
                }
                else if (value < 0 && counted.Contains(part.Entity))
                    yield return (part.At, value);
    }

    private int PercentOf(long actual) => (int)Int128.Clamp((Int128)actual * 100 / target!.Value, int.MinValue, int.MaxValue);

    /// <summary>Drafts and shadows are nobody's to reach.</summary>
    private static bool IsGivenIn(Goal goal, Period month) =>
        goal.Assignment is { Published: not null, IsShadow: false, Only: var only } && (only is null || only == month.Key);

    private static Instant? EndOf(Goal goal, Period month, Instant settled, DateTimeZone zone)
    {
        var end = month.EndIn(zone)!.Value;
        var ends = new List<Instant>();
        if (goal.Archived is { } archived && archived < end)
            ends.Add(archived);
        if (goal.Owner is not null)
        {
            ends.AddRange(
                goal.Versions.Where(version => version.From <= month.First && version.At >= settled).Select(version => version.At)
            );
            ends.AddRange(
                goal.Pauses.Where(pause => pause.From < end && (pause.To is not { } to || to > settled)).Select(pause => pause.From)
            );
        }

        return ends.Count == 0 ? null : ends.Min();
    }
}
