namespace Storage.Verifying;

/// <summary>The people after one and up to another: what one reading takes while others take the next ones.</summary>
/// <param name="IsLast">Nobody comes after them.</param>
internal sealed record PeopleSpan(string After, string Until, bool IsLast);
