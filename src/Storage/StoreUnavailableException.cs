using Storage.Writing;

namespace Storage;

/// <summary>The database is away, locked for too long or full. Nothing was stored; try again later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Whether an exception says so, whatever layer it comes from.</summary>
    public static bool IsMeantBy(Exception exception) =>
        exception is StoreUnavailableException || Availability.ReasonOf(exception) is not null;
}
