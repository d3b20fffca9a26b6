namespace Bot.Import;

/// <summary>Where a record of a file starts.</summary>
/// <param name="Line">From 1; that of its first character.</param>
internal readonly record struct RecordPlace(long Offset, long Line);

/// <summary>
/// Reads a file record by record, in order or from a place that was noted. A record is a line, or in a CSV file more than one where a
/// quoted cell holds line breaks. What is longer than an event may be is skipped to the end of its line.
/// </summary>
/// <param name="hasQuotes">Whether line breaks inside double quotes belong to the record.</param>
internal sealed class RecordReader(Stream file, bool hasQuotes) : IDisposable
{
    public const int MostBytes = 256 * 1024;
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] buffer = new byte[16 * 1024];
    private readonly MemoryStream record = new();
    private int start;
    private int end;
    private long position;
    private long line = 1;

    public RecordPlace Place { get; private set; }

    public bool IsTooLong { get; private set; }

    /// <summary>How much of the file lies behind.</summary>
    public long Position => position;

    /// <summary>The next record without its line break; null at the end of the file.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        Place = new(position, line);
        record.SetLength(0);
        IsTooLong = false;
        if (!Fill())
            return null;

        for (var isQuoted = false; Fill(); )
        {
            var next = buffer[start++];
            position++;
            if (next is (byte)'\n')
            {
                line++;
                if (!isQuoted)
                    break;
            }

            isQuoted = hasQuotes && !IsTooLong && (isQuoted ^ next is (byte)'"');
            Add(next);
        }

        return Trimmed();
    }

    /// <summary>The record at a place that <see cref="Next"/> was at.</summary>
    public ReadOnlyMemory<byte>? At(RecordPlace place)
    {
        var ahead = place.Offset - position;
        if (ahead >= 0 && ahead <= end - start)
            (start, position) = (start + (int)ahead, place.Offset);
        else
        {
            file.Position = position = place.Offset;
            start = end = 0;
        }

        line = place.Line;
        return Next();
    }

    public void Dispose()
    {
        record.Dispose();
        file.Dispose();
    }

    private bool Fill()
    {
        if (start < end)
            return true;

        (start, end) = (0, file.Read(buffer));
        return end > 0;
    }

    private void Add(byte next)
    {
        if (record.Length < MostBytes)
            record.WriteByte(next);
        else
            IsTooLong = true;
    }

    private ReadOnlyMemory<byte> Trimmed()
    {
        var bytes = record.GetBuffer().AsMemory(0, (int)record.Length);
        if (bytes.Span is [.., (byte)'\r'])
            bytes = bytes[..^1];
        return Place.Offset == 0 && bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
    }
}
