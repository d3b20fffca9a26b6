using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storage.Rows;

namespace Storage;

/// <summary>The game on SQLite: text compares as bytes by itself.</summary>
public sealed class SqliteGameContext(DbContextOptions<SqliteGameContext> options) : GameContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<FactRow>(IndexByPerson);
    }

    /// <summary>
    /// Facts lie in the order in which they came, so each of a person's is on a page of its own, and reading that costs more than all that is
    /// done with it. The index that finds them therefore holds them, but for their bodies, which only people look at.
    /// </summary>
    private static void IndexByPerson(EntityTypeBuilder<FactRow> row)
    {
        string[] first = [nameof(FactRow.Person), nameof(FactRow.Entity)];
        var rest = row.Metadata.GetProperties().Select(property => property.Name).Except([.. first, nameof(FactRow.Body)]);
        row.HasIndex([.. first, .. rest], "ix_fact_by_person");
    }
}
