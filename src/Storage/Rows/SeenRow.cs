using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A request of a chat platform that was taken already: platforms send again what they think was lost.</summary>
internal sealed class SeenRow
{
    public required string Platform { get; init; }
    public required string Id { get; init; }
    public required Instant At { get; init; }
}

internal sealed class SeenMapping : IEntityTypeConfiguration<SeenRow>
{
    public void Configure(EntityTypeBuilder<SeenRow> row)
    {
        row.ToTable("seen").HasKey(seen => new { seen.Platform, seen.Id });
        row.HasIndex(seen => seen.At);
    }
}
