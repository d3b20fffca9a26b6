using Storage.Rows;

namespace Storage.Writing;

/// <summary>Finds announcements by how their subject starts.</summary>
internal static class BoardPosts
{
    public const string All = "board:";

    /// <param name="prefix">Ends with a colon.</param>
    public static IQueryable<AnnouncementRow> About(this IQueryable<AnnouncementRow> rows, string prefix)
    {
        var end = $"{prefix[..^1]};";
#pragma warning disable CA1309 // Becomes SQL, where text compares ordinally and a range, unlike a LIKE on SQLite, is found by the index.
        return rows.Where(row => string.Compare(row.About, prefix) > 0 && string.Compare(row.About, end) < 0);
#pragma warning restore CA1309
    }
}
