using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What a goal asks from a period on. Of those that hold in a period the latest decides.</summary>
/// <param name="Number">1, 2, 3 … of one goal.</param>
/// <param name="From">The first day of the first period it holds in.</param>
/// <param name="Target">Quotes, minor units, whole seconds, days.</param>
/// <param name="By">Who made it: a person's id or <c>api</c>.</param>
public sealed record GoalVersion(int Number, LocalDate From, long Target, Instant At, string By)
{
    /// <summary>Null for a person's own goal.</summary>
    public GoalPlan? Plan { get; init; }

    /// <summary>Why it was made, in the words of the one who did.</summary>
    public string? Reason { get; init; }
}

/// <summary>How a manager's goal is out in the world.</summary>
/// <param name="Published">Null for a draft: it counts nothing and nobody sees it but managers.</param>
/// <param name="IsShadow">It counts and shows managers what it would do, without paying or posting.</param>
/// <param name="Only">The one named or custom period it is for; null for one that recurs.</param>
public sealed record Assignment(Instant? Published, bool IsShadow, PeriodKey? Only);

/// <summary>What is dated in <c>[From, To)</c> does not count. An open end is a pause that goes on.</summary>
/// <param name="Number">1, 2, 3 … of one goal.</param>
public sealed record GoalPause(int Number, Instant From, Instant? To)
{
    public bool Holds(Instant instant) => From <= instant && (To is not { } to || instant < to);
}

/// <summary>A metric, whose it is, and a target for each period of one kind.</summary>
/// <param name="Owner">Whose own goal it is; null for an assigned one.</param>
/// <param name="Archived">Deleted or replaced then.</param>
/// <param name="Replacement">The goal of another type or kind of period that took its place; null for a deleted one.</param>
/// <param name="Shared">Whether others than its owner may see it.</param>
/// <param name="Revision">Rises with every change.</param>
public sealed record Goal(
    GoalId Id,
    PersonId? Owner,
    SubjectId Subject,
    Metric Metric,
    PeriodKind Kind,
    Instant Created,
    Instant? Archived,
    GoalId? Replacement,
    bool Shared,
    int Revision,
    IReadOnlyList<GoalVersion> Versions,
    IReadOnlyList<GoalPause> Pauses
)
{
    /// <summary>Null for a person's own goal.</summary>
    public Assignment? Assignment { get; init; }

    public GoalType Type => GoalType.Of(Metric);

    /// <summary>Null in periods before its first. What one person of a members goal has to reach may differ.</summary>
    public long? TargetIn(Period period) => VersionIn(period)?.Target;

    /// <summary>The target of one subject: a person's own where the manager set one.</summary>
    public long? TargetIn(Period period, SubjectId subject) =>
        VersionIn(period) is not { } version ? null
        : subject.Person is { } person && version.Plan is { } plan && plan.Targets.TryGetValue(person, out var own) ? own
        : version.Target;

    /// <summary>Null for a person's own goal, and in periods before its first.</summary>
    public GoalPlan? PlanIn(Period period) => VersionIn(period)?.Plan;

    /// <summary>Its period that holds a day; null where its only one does not.</summary>
    public Period? PeriodOn(LocalDate day) =>
        Assignment?.Only is not { } only ? Period.Of(Kind, day)
        : Period.Parse(only) is { } period && period.Contains(day) ? period
        : null;

    /// <summary>What it asks in a period: of those that hold in it the latest version.</summary>
    public GoalVersion? VersionIn(Period period)
    {
        GoalVersion? held = null;
        foreach (var version in Versions)
            if (version.From <= period.First && (held is null || version.Number > held.Number))
                held = version;

        return held;
    }

    /// <summary>Whether there is such a goal in the period: one that was archived before the end of it is none.</summary>
    public bool IsIn(Period period, DateTimeZone zone) =>
        period.Kind == Kind
        && (Assignment is null || (Assignment.Published is not null && (Assignment.Only is not { } only || only == period.Key)))
        && TargetIn(period) is not null
        && (Archived is not { } archived || archived >= period.EndIn(zone));

    /// <summary>Whether what is dated there counts.</summary>
    public bool Counts(Instant dated)
    {
        foreach (var pause in Pauses)
            if (pause.Holds(dated))
                return false;

        return true;
    }

    public bool IsPausedAt(Instant instant) => !Counts(instant);

    public bool IsPausedAtEndOf(Period period, DateTimeZone zone) => IsPausedAt(period.EndIn(zone)!.Value - Duration.Epsilon);

    /// <summary>
    /// Unchanged and unpaused since the first day of the period: neither made, edited for this period nor paused after that day.
    /// </summary>
    public bool IsUnchangedIn(Period period, DateTimeZone zone)
    {
        var settled = zone.AtStartOfDay(period.First!.Value.PlusDays(1)).ToInstant();
        var end = period.EndIn(zone)!.Value;
        return !Versions.Any(version => version.From <= period.First && version.At >= settled)
            && !Pauses.Any(pause => pause.From < end && (pause.To is not { } to || to > settled));
    }
}
