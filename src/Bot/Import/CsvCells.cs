using System.Text;

namespace Bot.Import;

/// <summary>The cells of one CSV record (RFC 4180): a cell in double quotes may hold the separator, line breaks, and quotes written twice.</summary>
internal static class CsvCells
{
    /// <summary>The separator of a header: spreadsheets of many countries write semicolons.</summary>
    public static char SeparatorOf(string header) =>
        header.Contains(',') ? ','
        : header.Contains(';') ? ';'
        : header.Contains('\t') ? '\t'
        : ',';

    /// <summary>Null where a quoted cell does not end, or goes on behind its end.</summary>
    public static IReadOnlyList<string>? Of(string record, char separator)
    {
        var cells = new List<string>();
        for (var at = 0; at <= record.Length; at++)
        {
            var cell = at < record.Length && record[at] is '"' ? Quoted(record, ref at) : Plain(record, ref at, separator);
            if (cell is null || (at < record.Length && record[at] != separator))
                return null;

            cells.Add(cell);
        }

        return cells;
    }

    private static string Plain(string record, ref int at, char separator)
    {
        var end = record.IndexOf(separator, at);
        var from = at;
        at = end < 0 ? record.Length : end;
        return record[from..at].Trim();
    }

    private static string? Quoted(string record, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < record.Length; at++)
            if (record[at] is not '"')
                cell.Append(record[at]);
            else if (at + 1 < record.Length && record[at + 1] is '"')
                cell.Append(record[at++]);
            else
            {
                at++;
                return cell.ToString();
            }

        return null;
    }
}
