namespace Storage.Verifying;

/// <summary>The people after one and up to another: what one reading takes while others take the next ones.</summary>
/// <param name="Facts">How many name them.</param>
/// <param name="IsLast">Nobody comes after them.</param>
internal sealed record PeopleSpan(string After, string Until, long Facts, bool IsLast);
