using Gamification.Activities;
using Gamification.People;
using Gamification.Time;

namespace Gamification.Badges;

/// <summary>
/// The active days of one ISO week, all of them remembered. It unlocks at the last of the scheduled days' places; Saturday neither
/// helps nor hurts, a holiday on Wednesday leaves four days to do, and a week with two scheduled days has none to give.
/// </summary>
internal sealed class WholeWeek(Row row) : BadgeFold(row)
{
    protected override BadgeProgress Take(BadgeProgress before, IReadOnlyList<Move> changes, Func<string, long> standing)
    {
        var marks = before.Marks.ToList();
        foreach (var move in changes.OrderBy(change => !change.IsGone))
            if (move.IsGone)
                marks.RemoveAll(mark => mark.At == move.At);
            else
                marks.Add(new(move.At, move.Value));

        var least = Row.Badge.Trigger.Threshold;
        var after = Decide(before, marks, before.IsHeld ? Math.Min(before.Threshold, least) : least);
        return after with { Revision = before.Revision + (after.IsHeld == before.IsHeld ? 0 : 1) };
    }

    protected override BadgeProgress Whole(IReadOnlyList<Move> history, long threshold) =>
        Decide(Row.Empty, [.. history.Select(move => new Mark(move.At, move.Value))], threshold);

    private BadgeProgress Decide(BadgeProgress before, List<Mark> marks, long threshold)
    {
        var scheduled = Row.Person.ScheduledIn(Period.Parse(new(Row.Period))!.First!.Value).Select(Dates.Of).ToHashSet();
        var done = marks.Where(mark => scheduled.Contains(mark.Value)).ToList();
        var days = done.Select(mark => mark.Value).Distinct().Count();
        var isReached = scheduled.Count >= threshold && days == scheduled.Count;
        return before with
        {
            Actual = days,
            Peak = days,
            Last = marks.Count > 0 ? marks.Max(mark => mark.At) : Positions.Start,
            Crossed = isReached ? done.Max(mark => mark.At) : null,
            Threshold = isReached ? scheduled.Count : Math.Max(scheduled.Count, Row.Badge.Trigger.Threshold),
            Marks = marks,
        };
    }
}
