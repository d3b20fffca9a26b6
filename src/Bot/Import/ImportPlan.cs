using NodaTime;

namespace Bot.Import;

/// <summary>A line that is not imported, and what to do about it.</summary>
internal sealed record WrongLine(long Line, ImportLine.Wrong What);

/// <summary>
/// What a first look at the file found: where its right records stand, in the order in which they happened, and what is wrong. A record
/// is remembered by its place and instant; the rest stays in the file.
/// </summary>
/// <param name="Records">By occurrence: what comes in order is a step, what comes in between others is counted again.</param>
/// <param name="Days">The organisation's local days on which something happened.</param>
/// <param name="Wrong">The first <see cref="MostNamed"/> of <paramref name="WrongCount"/>.</param>
internal sealed record ImportPlan(
    IReadOnlyList<RecordPlace> Records,
    IReadOnlySet<LocalDate> Days,
    IReadOnlyList<WrongLine> Wrong,
    long WrongCount
)
{
    public const int MostNamed = 1_000;

    private static readonly ImportLine.Wrong TooLong = new(
        "",
        "The line has more than 256 KB.",
        "No event is that long; a quote that is not closed makes one line of many."
    );

    /// <param name="progress">Told how many more bytes were looked at.</param>
    public static ImportPlan Of(
        RecordReader reader,
        IImportFormat format,
        Func<Instant, LocalDate> dayOf,
        Action<long> progress,
        CancellationToken ct
    )
    {
        var found = new List<(Instant Occurred, RecordPlace Place)>();
        var days = new HashSet<LocalDate>();
        var wrong = new List<WrongLine>();
        var wrongCount = 0L;
        while (reader.Next() is { } record)
        {
            ct.ThrowIfCancellationRequested();
            progress(reader.Position - reader.Place.Offset);
            switch (reader.IsTooLong ? TooLong : format.Read(record))
            {
                case ImportLine.Right right:
                    found.Add((right.Occurred, reader.Place));
                    days.Add(dayOf(right.Occurred));
                    break;
                case ImportLine.Wrong what when ++wrongCount <= MostNamed:
                    wrong.Add(new(reader.Place.Line, what));
                    break;
            }
        }

        found.Sort((a, b) => a.Occurred.CompareTo(b.Occurred) is not 0 and var order ? order : a.Place.Offset.CompareTo(b.Place.Offset));
        return new(found.ConvertAll(record => record.Place), days, wrong, wrongCount);
    }
}
