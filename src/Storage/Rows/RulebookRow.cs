using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>What the rules of one version were, so that a line can be explained by the rules that decided it.</summary>
internal sealed class RulebookRow
{
    public required int Version { get; init; }

    /// <summary>The numbers of the game as JSON.</summary>
    public required string Values { get; init; }
}

internal sealed class RulebookMapping : IEntityTypeConfiguration<RulebookRow>
{
    public void Configure(EntityTypeBuilder<RulebookRow> row)
    {
        row.ToTable("rulebook").HasKey(rulebook => rulebook.Version);
        row.Property(rulebook => rulebook.Version).ValueGeneratedNever();
    }
}
