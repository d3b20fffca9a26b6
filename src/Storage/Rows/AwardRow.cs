using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One line of a badge's history: revision 0 unlocks, 1 revokes, 2 unlocks again.</summary>
internal sealed class AwardRow
{
    public required PersonId Person { get; init; }
    public required string Badge { get; init; }

    /// <summary>Empty for a badge that does not repeat.</summary>
    public required string Period { get; init; }

    public required int Revision { get; init; }
    public required Instant Credited { get; init; }
    public required Instant Occurred { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
}

internal sealed class AwardMapping : IEntityTypeConfiguration<AwardRow>
{
    public void Configure(EntityTypeBuilder<AwardRow> row) =>
        row.ToTable("award")
            .HasKey(award => new
            {
                award.Person,
                award.Badge,
                award.Period,
                award.Revision,
            });
}
