using Gamification.Activities;
using NodaTime;

namespace Gamification.Badges;

/// <summary>
/// One badge of one person as a running sum in order of position. It unlocks where the sum first reaches the threshold. It is revoked
/// only if the sum falls below again by something credited within 30 days of the unlock; later it is kept for good.
/// </summary>
internal static class BadgeFold
{
    public static readonly Duration Revocable = Duration.FromDays(30);

    public static BadgeProgress Start(Badge badge, PersonId person) =>
        new(badge.Id, person, Period: "", Actual: 0, Peak: 0, Positions.Start, Crossed: null, Revision: 0);

    /// <summary>Takes one more change, at a position after all others.</summary>
    public static BadgeProgress Step(BadgeProgress before, long threshold, long value, Position at)
    {
        var actual = before.Actual + value;
        var after = before with { Actual = actual, Peak = Math.Max(before.Peak, actual), Last = at };
        return before.Crossed switch
        {
            null when actual >= threshold => after with { Crossed = at, Revision = before.Revision + 1 },
            { } crossed when actual < threshold && at.Credited - crossed.Credited <= Revocable => after with
            {
                Crossed = null,
                Revision = before.Revision + 1,
            },
            _ => after,
        };
    }

    /// <summary>
    /// Whether changes before the last position can be added without looking at the past: a locked badge that cannot have been
    /// reached by them, or a held one whose unlock lies before them and that they cannot revoke.
    /// </summary>
    public static bool IsOnlyASum(BadgeProgress before, long threshold, IReadOnlyList<(Position At, long Value)> changes) =>
        before.Crossed is { } crossed
            ? changes.All(change => change.At > crossed && (change.Value > 0 || change.At.Credited - crossed.Credited > Revocable))
            : before.Peak + changes.Sum(change => Math.Max(0, change.Value)) < threshold;

    public static BadgeProgress Sum(BadgeProgress before, IReadOnlyList<(Position At, long Value)> changes) =>
        before with
        {
            Actual = before.Actual + changes.Sum(change => change.Value),
            Peak = before.Peak + changes.Sum(change => Math.Max(0, change.Value)),
            Last = changes[^1].At > before.Last ? changes[^1].At : before.Last,
        };

    /// <summary>From the whole history. What is held afterwards counts, not what was in between.</summary>
    public static (BadgeProgress Progress, Position LastMove) Recount(
        BadgeProgress before,
        long threshold,
        IEnumerable<(Position At, long Value)> history
    )
    {
        var state = before with { Actual = 0, Peak = 0, Last = Positions.Start, Crossed = null, Revision = 0 };
        var moved = Positions.Start;
        foreach (var (at, value) in history)
        {
            var next = Step(state, threshold, value, at);
            if (next.Revision != state.Revision)
                moved = at;

            state = next;
        }

        var isSame = before.Crossed is null == state.Crossed is null;
        return (state with { Revision = isSame ? before.Revision : before.Revision + 1 }, moved);
    }
}
