using System.Runtime.InteropServices;
using Gamification.Points;

namespace Gamification.Goals;

/// <summary>One revision of a ledger line of a reply.</summary>
/// <param name="Replies">1 where it starts to count, -1 where it is taken back.</param>
public readonly record struct ReplyRevision(EntryKey Key, int Number, int Replies, int? Seconds)
{
    public static ReplyRevision Of(Entry line) => new(line.Key, line.Revision, line.Measures.Replies, line.ReplySeconds);
}

/// <summary>
/// The median of measured replies in whole seconds. Of an even number it is the mean of the two in the middle, half a second rounded
/// up: then it is within the target exactly when the unrounded one is.
/// </summary>
/// <param name="Count">How many replies.</param>
/// <param name="Seconds">0 without a reply.</param>
public readonly record struct MedianReply(int Count, long Seconds)
{
    /// <summary>Fewer decide nothing.</summary>
    public const int Least = 5;

    public bool IsDecisive => Count >= Least;

    /// <summary>Of plain durations.</summary>
    public static MedianReply Of(IEnumerable<int> seconds)
    {
        var ordered = seconds.Order().ToList();
        var (low, high) = ((ordered.Count - 1) / 2, ordered.Count / 2);
        return ordered.Count == 0 ? default : new(ordered.Count, ((long)ordered[low] + ordered[high] + 1) / 2);
    }

    /// <summary>Of the replies that count now: the revisions of a line add up, and the latest says how long it took.</summary>
    public static MedianReply Of(IEnumerable<ReplyRevision> lines)
    {
        var replies = new Dictionary<EntryKey, (int Counts, int Latest, int? Seconds)>();
        foreach (var line in lines)
        {
            ref var reply = ref CollectionsMarshal.GetValueRefOrAddDefault(replies, line.Key, out var exists);
            var isLatest = !exists || line.Number > reply.Latest;
            reply = (reply.Counts + line.Replies, isLatest ? line.Number : reply.Latest, isLatest ? line.Seconds : reply.Seconds);
        }

        return Of(replies.Values.Where(reply => reply.Counts > 0).Select(reply => reply.Seconds).OfType<int>());
    }
}
