using Gamification.Badges;
using Gamification.Goals;
using Gamification.Points;

namespace Gamification;

/// <summary>Collects what a play has to see before it can decide.</summary>
internal sealed class Needed
{
    private readonly HashSet<DayKey> days = [];
    private readonly HashSet<PersonId> progress = [];
    private readonly HashSet<BadgePeriod> badgePeriods = [];
    private readonly HashSet<DayKey> dayEntries = [];
    private readonly HashSet<PersonId> histories = [];
    private readonly HashSet<SubjectId> goals = [];
    private readonly HashSet<GoalScope> goalProgress = [];
    private readonly HashSet<PeriodLines> periodLines = [];
    private readonly HashSet<SubjectLines> subjectLines = [];
    private readonly HashSet<SubjectId> rosters = [];
    private readonly HashSet<GoalScope> rewards = [];

    /// <summary>Null when there is nothing to load.</summary>
    public Outcome.Needs? Outcome =>
        days.Count
            + progress.Count
            + badgePeriods.Count
            + dayEntries.Count
            + histories.Count
            + goals.Count
            + goalProgress.Count
            + periodLines.Count
            + subjectLines.Count
            + rosters.Count
            + rewards.Count
        == 0
            ? null
            : new(days, progress, dayEntries, histories)
            {
                BadgePeriods = badgePeriods,
                Goals = goals,
                GoalProgress = goalProgress,
                PeriodLines = periodLines,
                SubjectLines = subjectLines,
                Rosters = rosters,
                Rewards = rewards,
            };

    public DayState? Day(DayKey day)
    {
        days.Add(day);
        return null;
    }

    public DayState? Recount(DayKey day)
    {
        dayEntries.Add(day);
        return null;
    }

    public void Progress(PersonId person) => progress.Add(person);

    public void BadgePeriod(BadgePeriod row) => badgePeriods.Add(row);

    public void History(PersonId person) => histories.Add(person);

    public void Goals(SubjectId subject) => goals.Add(subject);

    public void GoalProgress(GoalScope scope) => goalProgress.Add(scope);

    public void SubjectLines(SubjectLines lines) => subjectLines.Add(lines);

    public void Roster(SubjectId subject) => rosters.Add(subject);

    public void Rewards(GoalScope scope) => rewards.Add(scope);

    public void PeriodLines(PeriodLines lines) => periodLines.Add(lines);
}
