namespace Storage;

/// <param name="Field">The JSON pointer of the offending member.</param>
public sealed record PutRefusal(string Field, string Message);
