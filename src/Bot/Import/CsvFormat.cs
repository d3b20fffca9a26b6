using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Bot.Crm;

namespace Bot.Import;

/// <summary>A header of canonical names, then an event a record. An empty cell is a member that is not there.</summary>
internal sealed class CsvFormat(string currency) : IImportFormat
{
    private const string Automatic = "automatic";

    private static readonly string[] Envelope = ["id", "type", "timestamp"];

    private static readonly string[] Data =
    [
        "dealId",
        "quoteId",
        "conversationId",
        "messageId",
        "activityId",
        "kind",
        "owner",
        "outcome",
        "amount",
        "currency",
        Automatic,
    ];

    private string[] columns = [];
    private char separator = ',';

    public bool HasQuotes => true;

    public ImportLine.Wrong? Start(RecordReader reader)
    {
        var header = reader.Next() is { } first ? Encoding.UTF8.GetString(first.Span) : "";
        separator = CsvCells.SeparatorOf(header);
        var names = CsvCells.Of(header, separator) ?? [];
        var known = Envelope.Concat(Data).ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        var remedy = $"The first line names the columns, of: {string.Join(", ", known.Keys)}.";
        columns = [.. names.Select(name => known.GetValueOrDefault(name, ""))];
        foreach (var (at, column) in columns.Index())
            if (column.Length == 0)
                return new(names[at], "This column is not known.", remedy);
            else if (columns.AsSpan(0, at).Contains(column))
                return new(column, "This column is there twice.", remedy);

        return Envelope.FirstOrDefault(name => !columns.Contains(name)) is { } missing
            ? new(missing, "This column is missing.", remedy)
            : null;
    }

    public ImportLine Read(ReadOnlyMemory<byte> record)
    {
        if (record.IsEmpty)
            return new ImportLine.Blank();
        if (!Utf8.IsValid(record.Span))
            return new ImportLine.Wrong("", "The line is not valid UTF-8.", "Save the file as UTF-8.");
        if (CsvCells.Of(Encoding.UTF8.GetString(record.Span), separator) is not { } cells)
            return new ImportLine.Wrong("", "A quoted cell does not end where it should.", "Write a quote inside a quoted cell twice.");
        if (cells.Count != columns.Length)
            return new ImportLine.Wrong(
                "",
                $"The line has {cells.Count} cells, the header {columns.Length}.",
                "Quote cells with separators."
            );

        var body = CanonicalBody.Parse(BodyOf(cells), currency);
        return ImportLine.Of(cells[Array.IndexOf(columns, "id")], body, pointer => pointer[(pointer.LastIndexOf('/') + 1)..]);
    }

    private ReadOnlyMemory<byte> BodyOf(IReadOnlyList<string> cells)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, cells, column => column is "type" or "timestamp");
            json.WriteStartObject("data");
            Write(json, cells, column => !Envelope.Contains(column));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json, IReadOnlyList<string> cells, Func<string, bool> isWanted)
    {
        foreach (var (column, cell) in columns.Zip(cells))
            if (cell.Length > 0 && isWanted(column))
                if (column is Automatic && bool.TryParse(cell, out var flag))
                    json.WriteBoolean(column, flag);
                else
                    json.WriteString(column, cell);
    }
}
