using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Errands;

/// <summary>
/// Errands alone. On SQLite they have a file of their own beside the game's: what is acknowledged in three seconds cannot wait for
/// the game's write lock. On PostgreSQL it is a table beside the others.
/// </summary>
public sealed class ErrandContext(DbContextOptions<ErrandContext> options) : DbContext(options)
{
    internal DbSet<ErrandRow> Errands => Set<ErrandRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new ErrandMapping());
        ColumnNames.Apply(modelBuilder);
    }
}
