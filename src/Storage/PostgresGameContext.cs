using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>The game on PostgreSQL: all text compares ordinally, as SQLite and the rules do.</summary>
public sealed class PostgresGameContext(DbContextOptions<PostgresGameContext> options) : GameContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new ErrandMapping());
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<FactRow>().HasIndex(fact => new { fact.Person, fact.Entity });
        foreach (var property in TextProperties(modelBuilder))
            property.SetCollation("C");
    }
}
