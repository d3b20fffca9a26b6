namespace Storage.Verifying;

/// <summary>The people or entities after one and up to another: what one reading takes while others take the next ones.</summary>
/// <param name="Facts">How many are about them.</param>
/// <param name="IsLast">None come after them.</param>
internal sealed record KeySpan(string After, string Until, long Facts, bool IsLast);
