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
        var parts = new Dictionary<EntryKey, Contribution>();
        foreach (var lines in stored.GroupBy(entry => entry.Key))
            parts[lines.Key] = Net(lines.Key, [.. lines]);

        foreach (var line in touched)
            parts[line.Key] = Wanted(line);

        var ordered = parts.Values.Where(part => !part.Measures.IsZero).ToList();
        ordered.Sort(InOrder);
        return ordered;
    }

    public static int InOrder(Contribution left, Contribution right) => left.At.CompareTo(right.At);

    private static bool HasOtherSeconds(Line line) => line.Wanted.ReplySeconds != line.Posted.ReplySeconds;

    private static Contribution Posted(Line line) =>
        new(line.PostedAt, line.Key.Dated, line.Entity, line.Grouping, line.Posted.Measures, line.Posted.ReplySeconds);

    private static Contribution Wanted(Line line) =>
        new(line.Position, line.Key.Dated, line.Entity, line.Grouping, line.Wanted.Measures, line.Wanted.ReplySeconds);

    private static Contribution Net(EntryKey key, List<Entry> revisions)
    {
        var last = revisions.MaxBy(entry => entry.Revision)!;
        var sum = default(Measures);
        foreach (var entry in revisions)
            sum += entry.Measures;

        return new(last.Position, key.Dated, last.Entity, last.Grouping, sum, last.ReplySeconds);
    }
}
