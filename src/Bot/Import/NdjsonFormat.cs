using System.Text;
using System.Text.Json;
using Bot.Crm;

namespace Bot.Import;

/// <summary>A canonical event with its id on each line: <c>{"id", "type", "timestamp", "data"}</c>.</summary>
internal sealed class NdjsonFormat(string currency) : IImportFormat
{
    public bool HasQuotes => false;

    public ImportLine.Wrong? Start(RecordReader reader) => null;

    public ImportLine Read(ReadOnlyMemory<byte> record)
    {
        if (Encoding.UTF8.GetString(record.Span).AsSpan().IsWhiteSpace())
            return new ImportLine.Blank();

        var body = CanonicalBody.Parse(record, currency);
        return ImportLine.Of(body is CanonicalBody.Valid ? IdOf(record) : null, body, pointer => pointer);
    }

    /// <summary>Null when it is absent or no text.</summary>
    private static string? IdOf(ReadOnlyMemory<byte> record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
    }
}
