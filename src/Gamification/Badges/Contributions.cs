using System.Runtime.InteropServices;
using Gamification.Points;

namespace Gamification.Badges;

/// <summary>What lines of the ledger bring to badges.</summary>
internal static class Contributions
{
    public static bool IsChanged(Line line) =>
        line.Wanted.Measures != line.Posted.Measures || line.StandsElsewhere || (line.Wanted.IsLive && HasOtherSeconds(line));

    /// <summary>What changes by this group. One that stands elsewhere or took another time goes from one place and comes to another.</summary>
    public static void AddChanges(Line line, List<Contribution> changes)
    {
        if (line.StandsElsewhere || (line.Wanted.IsLive && line.Posted.IsLive && HasOtherSeconds(line)))
        {
            changes.Add(Posted(line).Gone);
            changes.Add(Wanted(line));
        }
        else if (line.Wanted.IsLive)
            changes.Add(Wanted(line) with { Measures = line.Wanted.Measures - line.Posted.Measures });
        else
            changes.Add(Posted(line).Gone);
    }

    /// <summary>All that a person's history comes to, in order: what is stored, and of what this group touches what it should be.</summary>
    public static List<Contribution> History(IReadOnlyList<Entry> stored, IEnumerable<Line> touched)
    {
        var parts = new Dictionary<EntryKey, (Contribution Part, int Revision)>(stored.Count);
        foreach (var entry in stored)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, entry.Key, out _);
            known = With(known, entry);
        }

        foreach (var line in touched)
            parts[line.Key] = (Wanted(line), line.Revisions);

        var history = new List<Contribution>(parts.Count);
        foreach (var (part, _) in parts.Values)
            if (!part.Measures.IsZero)
                history.Add(part);

        Order(history);
        return history;
    }

    /// <summary>The ledger mostly comes in order; then there is nothing to move.</summary>
    public static void Order(List<Contribution> parts)
    {
        for (var i = 1; i < parts.Count; i++)
            if (parts[i].At < parts[i - 1].At)
            {
                parts.Sort(InOrder);
                return;
            }
    }

    private static int InOrder(Contribution left, Contribution right) => left.At.CompareTo(right.At);

    private static bool HasOtherSeconds(Line line) => line.Wanted.ReplySeconds != line.Posted.ReplySeconds;

    private static Contribution Posted(Line line) =>
        new(line.PostedAt, line.Key.Dated, line.Entity, line.Grouping, line.Posted.Measures, line.Posted.ReplySeconds);

    private static Contribution Wanted(Line line) =>
        new(line.Position, line.Key.Dated, line.Entity, line.Grouping, line.Wanted.Measures, line.Wanted.ReplySeconds);

    /// <summary>A revision more, in any order: measures add up, of all else the latest one tells.</summary>
    private static (Contribution Part, int Revision) With((Contribution? Part, int Revision) known, Entry entry)
    {
        var measures = known.Part is { } before ? before.Measures + entry.Measures : entry.Measures;
        return known.Part is { } later && known.Revision > entry.Revision
            ? (later with { Measures = measures }, known.Revision)
            : (new(entry.Position, entry.Key.Dated, entry.Entity, entry.Grouping, measures, entry.ReplySeconds), entry.Revision);
    }
}
