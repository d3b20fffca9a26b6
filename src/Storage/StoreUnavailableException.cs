namespace Storage;

/// <summary>The database is away, locked for too long or full. Nothing was stored; try again later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner) : Exception(message, inner);
