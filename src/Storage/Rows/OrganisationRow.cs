using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>The one company of this deployment, as the first start found it.</summary>
internal sealed class OrganisationRow
{
    public const int Only = 1;

    public required int Id { get; init; }
    public required string Zone { get; set; }
    public required string Currency { get; set; }

    /// <summary>The earliest credited instant of a fact that takes part; null while there is none.</summary>
    public Instant? FirstFact { get; set; }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<OrganisationRow>
{
    public void Configure(EntityTypeBuilder<OrganisationRow> row)
    {
        row.ToTable("organisation").HasKey(organisation => organisation.Id);
        row.Property(organisation => organisation.Id).ValueGeneratedNever();
    }
}
