namespace Bot;

/// <summary>The database cannot be used. The message says why, and what to correct.</summary>
public sealed class NoDatabaseException(string message, Exception inner) : Exception(message, inner);
