using System.Runtime.InteropServices;

namespace Storage.Verifying;

/// <summary>Puts rows that come in the order of a key into one list a key.</summary>
internal static class Runs
{
    public static Dictionary<TKey, IReadOnlyList<TRow>> Of<TKey, TRow>(IEnumerable<TRow> rows, Func<TRow, TKey> keyOf)
        where TKey : notnull
    {
        var runs = new Dictionary<TKey, IReadOnlyList<TRow>>(rows.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var row in rows)
        {
            ref var run = ref CollectionsMarshal.GetValueRefOrAddDefault(runs, keyOf(row), out _);
            ((List<TRow>)(run ??= new List<TRow>(1))).Add(row);
        }

        return runs;
    }
}
