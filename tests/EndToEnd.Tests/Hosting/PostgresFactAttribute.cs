namespace EndToEnd.Tests.Hosting;

/// <summary>Runs where a PostgreSQL server is named, is shown as skipped elsewhere.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Postgres.Server is null)
            Skip = "MEDALIST_TEST_POSTGRES names no PostgreSQL server where databases may be created.";
    }
}
