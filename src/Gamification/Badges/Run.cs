using Gamification.People;
using NodaTime;

namespace Gamification.Badges;

/// <summary>Marks that follow one another without a miss between them.</summary>
internal abstract class Run(Row row) : MarkFold(row)
{
    protected override bool IsUnique => true;

    protected override int WindowOf(long threshold) => (int)threshold;

    protected override bool IsReached(IReadOnlyList<Mark> marks, int last, long threshold) => LengthUpTo(marks, last) >= threshold;

    protected override long ValueOf(IReadOnlyList<Mark> marks, long threshold) =>
        Math.Min(LengthUpTo(marks, marks.Count - 1), threshold - 1);

    /// <summary>Whether something that should have been there was missed between two dates.</summary>
    protected abstract bool IsMissBetween(LocalDate earlier, LocalDate later);

    private int LengthUpTo(IReadOnlyList<Mark> marks, int last)
    {
        if (last < 0)
            return 0;

        var length = 1;
        for (var i = last; i > 0 && !IsMissBetween(Dates.Of(marks[i - 1].Value), Dates.Of(marks[i].Value)); i--)
            length++;

        return length;
    }
}

/// <summary>Scheduled working days that were active; the days off between them neither help nor break.</summary>
internal sealed class DayStreak(Row row) : Run(row)
{
    protected override bool IsMissBetween(LocalDate earlier, LocalDate later)
    {
        for (var day = earlier.PlusDays(1); day < later; day = day.PlusDays(1))
            if (Row.Person.IsScheduled(day))
                return true;

        return false;
    }
}

/// <summary>Weeks, by their Mondays, in which a personal goal was completed; weeks without scheduled days are skipped.</summary>
internal sealed class WeekStreak(Row row) : Run(row)
{
    protected override bool IsMissBetween(LocalDate earlier, LocalDate later)
    {
        for (var monday = earlier.PlusWeeks(1); monday < later; monday = monday.PlusWeeks(1))
            if (Row.Person.ScheduledIn(monday).Any())
                return true;

        return false;
    }
}
