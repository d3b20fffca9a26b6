namespace Storage.Verifying;

/// <summary>A part that is read and not compared yet, so that its snapshot can be let go before.</summary>
/// <param name="Cursor">Where the next part of the phase begins; null when this was its last.</param>
/// <param name="Number">The number the next commit after what was read would have.</param>
/// <param name="Compare">Compares it; touches no database.</param>
internal sealed record ReadPart(string? Cursor, long Number, Func<Verified> Compare)
{
    public ComparedPart Compared() => new(Cursor, Number, Compare());
}
