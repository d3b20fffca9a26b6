using NodaTime;

namespace Gamification.Badges;

/// <summary>The last 20 measured replies, as the seconds they took. With fewer than 20 the badge stays one short of its threshold.</summary>
internal sealed class ReplyWindow(Row row, Trigger.QuickReplies trigger) : MarkFold(row)
{
    protected override int WindowOf(long threshold) => trigger.Last;

    protected override bool IsReached(IReadOnlyList<Mark> marks, int last, long threshold) => QuickUpTo(marks, last) >= threshold;

    protected override long ValueOf(IReadOnlyList<Mark> marks, long threshold) =>
        Math.Min(QuickUpTo(marks, marks.Count - 1), threshold - 1);

    private int QuickUpTo(IReadOnlyList<Mark> marks, int last)
    {
        var quick = 0;
        for (var i = Math.Max(0, last - trigger.Last + 1); i <= last; i++)
            if (Duration.FromSeconds(marks[i].Value) <= trigger.Within)
                quick++;

        return quick;
    }
}
