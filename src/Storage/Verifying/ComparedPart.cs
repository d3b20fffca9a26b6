namespace Storage.Verifying;

/// <summary>A part that was read and compared with a fresh fold of its facts.</summary>
/// <param name="Cursor">Where the next part of the phase begins; null when this was its last.</param>
/// <param name="Number">The number the next commit after what was read would have.</param>
public sealed record ComparedPart(string? Cursor, long Number, Verified Verified);
