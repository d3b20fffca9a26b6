using System.Data.Common;
using Storage;

namespace Bot;

/// <summary>What the host and each of its commands do before they use the database.</summary>
public static class DatabaseStart
{
    /// <summary>Brings the database up to date, waiting for a host that is doing so.</summary>
    /// <exception cref="NoDatabaseException">It is away, or belongs to an organisation of another zone or currency.</exception>
    public static async Task StartDatabaseAsync(this IServiceProvider services, CancellationToken ct)
    {
        // What an admin can mend is a sentence; anything else keeps its stack trace.
        try
        {
            await services.MigrateAsync(ct);
        }
        catch (InvalidOperationException otherOrganisation)
        {
            throw new NoDatabaseException(otherOrganisation.Message, otherOrganisation);
        }
        catch (Exception away) when (away is DbException or IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            throw new NoDatabaseException(
                $"The database cannot be used: {away.Message} Check Storage__Provider and Storage__ConnectionString.",
                away
            );
        }
    }
}
