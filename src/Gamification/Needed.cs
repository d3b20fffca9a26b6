using Gamification.Points;

namespace Gamification;

/// <summary>Collects what a play has to see before it can decide.</summary>
internal sealed class Needed
{
    private readonly HashSet<DayKey> days = [];
    private readonly HashSet<PersonId> progress = [];
    private readonly HashSet<DayKey> dayEntries = [];
    private readonly HashSet<PersonId> histories = [];

    /// <summary>Null when there is nothing to load.</summary>
    public Outcome.Needs? Outcome =>
        days.Count + progress.Count + dayEntries.Count + histories.Count == 0 ? null : new(days, progress, dayEntries, histories);

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

    public void History(PersonId person) => histories.Add(person);
}
