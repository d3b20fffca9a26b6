using System.Diagnostics;
using Gamification.Activities;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;

namespace Gamification.Badges;

/// <summary>
/// What unlocks a badge. One fold of it gives both the progress of a locked badge and the place where it unlocks; the threshold is what
/// an admin may change.
/// </summary>
public abstract record Trigger(long Threshold)
{
    /// <summary>Once in every period of this kind; null for a badge that is earned once.</summary>
    public virtual PeriodKind? Repeats => null;

    /// <summary>Whether value and threshold are minor units of money.</summary>
    public bool IsMoney => this is Revenue or BigDeal;

    /// <summary>The sum of one measure reaches the threshold, over everything or within one period of the organisation.</summary>
    public abstract record Sum(long Threshold) : Trigger(Threshold)
    {
        public PeriodKind? Per { get; init; }

        public sealed override PeriodKind? Repeats => Per;

        internal string PeriodOf(Contribution part, Organisation organisation) =>
            Per is { } kind ? Time.Period.Of(kind, organisation.DayOf(part.Dated)).Key.Value : "";

        internal long Of(Contribution part) =>
            this switch
            {
                Quotes => part.Measures.Sent,
                Deals => part.Measures.Deals,
                Revenue => part.Measures.Revenue,
                SprintDeals => part.Measures.Sprints,
                Replies => part.Measures.Replies,
                ActiveDays => part.Measures.Active,
                Logged(var kind, _) => part.Grouping == LoggedFold.GroupingOf(kind) ? part.Measures.Logged : 0,
                _ => throw new UnreachableException($"No measure for {GetType().Name}."),
            };
    }

    /// <summary>Distinct quotes sent; one voided on a later day still counts.</summary>
    public sealed record Quotes(long Threshold) : Sum(Threshold);

    public sealed record Deals(long Threshold) : Sum(Threshold);

    /// <summary>Minor units of the organisation's currency.</summary>
    public sealed record Revenue(long Threshold) : Sum(Threshold);

    /// <summary>Deals each won within 7 × 24 h of their earliest quote before it, voided or not; equality counts.</summary>
    public sealed record SprintDeals(long Threshold) : Sum(Threshold);

    /// <summary>Measured replies, however quick.</summary>
    public sealed record Replies(long Threshold) : Sum(Threshold);

    public sealed record ActiveDays(long Threshold) : Sum(Threshold);

    /// <summary><c>activity.logged</c> of one kind.</summary>
    public sealed record Logged(string Kind, long Threshold) : Sum(Threshold);

    /// <summary>One deal of at least so many minor units.</summary>
    public sealed record BigDeal(long Threshold) : Trigger(Threshold);

    /// <summary>So many of the last 20 measured replies took at most <paramref name="Within"/> of working time; fewer than 20 do not do.</summary>
    public sealed record QuickReplies(long Threshold, Duration Within) : Trigger(Threshold)
    {
        /// <summary>The replies that are looked at.</summary>
        public int Last { get; init; } = 20;
    }

    /// <summary>So many consecutive scheduled working days active; days off neither help nor break.</summary>
    public sealed record Streak(long Threshold) : Trigger(Threshold);

    /// <summary>Active on every scheduled working day of an ISO week that has at least so many.</summary>
    public sealed record PerfectWeek(long Threshold) : Trigger(Threshold)
    {
        public override PeriodKind? Repeats => PeriodKind.Week;
    }

    /// <summary>A personal goal completed in each of so many consecutive closed ISO weeks; weeks without scheduled days are skipped.</summary>
    public sealed record GoalWeeks(long Threshold) : Trigger(Threshold);

    /// <summary>A monthly revenue goal at so many percent: an assigned one, or an own one with a target of at least so many minor units.</summary>
    public sealed record GoalMonth(long Threshold, long LeastOwn = 0) : Trigger(Threshold)
    {
        public override PeriodKind? Repeats => PeriodKind.Month;
    }

    /// <summary>None of its own: a manager's goal gives the badge, and it follows the line of the grant. It is not played.</summary>
    public sealed record Given() : Trigger(1);

    /// <summary>The period in which an activity may move a badge that repeats; null where it cannot, or where only goals can tell.</summary>
    /// <param name="isFirst">Whether it would be the first of its day.</param>
    internal string? MayMove(Instant at, bool isFirst, Person person, Organisation organisation) =>
        this switch
        {
            Sum { Per: { } kind } => Time.Period.Of(kind, organisation.DayOf(at)).Key.Value,
            PerfectWeek when isFirst && person.DayOf(at) is var day && person.IsScheduled(day) => PeriodKeys.Week(day).Value,
            _ => null,
        };

    /// <summary>What a contribution of a person does to this badge; null when nothing.</summary>
    internal Move? MoveOf(Contribution part, Person person, Organisation organisation) =>
        this switch
        {
            Sum sum => sum.Of(part) is not 0 and var value ? new Move(part.At, sum.PeriodOf(part, organisation), value) : null,
            BigDeal => part.Measures.Revenue is not 0 and var value ? new Move(part.At, "", value, part.Entity.Value) : null,
            QuickReplies => part is { ReplySeconds: { } seconds, Measures.Replies: not 0 and var sign }
                ? new Move(part.At, "", seconds, IsGone: sign < 0)
                : null,
            Streak => DayOf(part, person) is { } day ? new Move(part.At, "", Dates.Of(day), IsGone: part.Measures.Active < 0) : null,
            PerfectWeek => DayOf(part, person) is { } day
                ? new Move(part.At, PeriodKeys.Week(day).Value, Dates.Of(day), IsGone: part.Measures.Active < 0)
                : null,
            GoalWeeks => part.Goal is { } week && Time.Period.Parse(week.Period) is { Kind: PeriodKind.Week, First: { } monday }
                ? WeekOf(week, monday)
                : null,
            GoalMonth => part.Goal is { } month && Time.Period.Parse(month.Period) is { Kind: PeriodKind.Month } && month.To != month.From
                ? new Move(month.At, month.Period.Value, month.To - month.From, month.Goal)
                : null,
            _ => throw new UnreachableException($"No moves for {GetType().Name}."),
        };

    /// <summary>The scheduled working day that became or no longer is active.</summary>
    private static LocalDate? DayOf(Contribution part, Person person) =>
        part.Measures.Active != 0 && person.DayOf(part.Dated) is var day && person.IsScheduled(day) ? day : null;

    private static Move? WeekOf(GoalOutcome week, LocalDate monday) =>
        (week.From >= 100, week.To >= 100) switch
        {
            (false, true) => new Move(week.At, "", Dates.Of(monday)),
            (true, false) => new Move(week.At, "", Dates.Of(monday), IsGone: true),
            _ => null,
        };

    /// <summary>What a person's counts of all time are for this trigger; null where they do not tell.</summary>
    public long? LifetimeOf(Measures all) =>
        this switch
        {
            Sum { Per: not null } => null,
            Quotes => all.Sent,
            Deals => all.Deals,
            Revenue => all.Revenue,
            Replies => all.Replies,
            ActiveDays => all.Active,
            _ => null,
        };

    /// <summary>The fold that decides it for one row: a person, and a period where it repeats.</summary>
    internal BadgeFold FoldOf(Row row) =>
        this switch
        {
            Sum => new SumFold(row),
            BigDeal or GoalMonth => new BestFold(row),
            QuickReplies quick => new ReplyWindow(row, quick),
            Streak => new DayStreak(row),
            GoalWeeks => new WeekStreak(row),
            PerfectWeek => new WholeWeek(row),
            _ => throw new UnreachableException($"No fold for {GetType().Name}."),
        };
}
