using Gamification.People;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>In which periods a person's goals may have counted something.</summary>
public static class GoalScopes
{
    /// <param name="dated">The instants of their ledger lines.</param>
    /// <param name="stored">What there is already, also where no line is left.</param>
    public static IReadOnlySet<GoalScope> Of(
        IReadOnlyCollection<Goal> goals,
        IEnumerable<Instant> dated,
        IEnumerable<GoalProgress> stored,
        Person person,
        Organisation organisation
    )
    {
        var scopes = stored.Select(progress => progress.Scope).ToHashSet();
        if (goals.Count == 0)
            return scopes;

        var days = new HashSet<(LocalDate Organisation, LocalDate Person)>();
        foreach (var instant in dated)
            days.Add((organisation.DayOf(instant), person.DayOf(instant)));

        foreach (var goal in goals)
        foreach (var day in days.Select(day => goal.Metric is Metric.ActiveDays ? day.Person : day.Organisation).Distinct())
            if (goal.PeriodOn(day) is { } period && goal.IsIn(period, organisation.Zone))
                scopes.Add(new(goal.Id, goal.Subject, period.Key));

        return scopes;
    }
}
