using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>Something asked in chat: what is still to be done for it, then only that it was done.</summary>
internal sealed class ErrandRow
{
    public required string Platform { get; init; }

    /// <summary>The same when the platform brings the same request again.</summary>
    public required string Id { get; init; }

    /// <summary>The request as JSON, with the address its answer goes to; erased when it is done.</summary>
    public string? Body { get; set; }

    public required Instant At { get; init; }
    public required Instant Due { get; set; }
    public string? LeaseOwner { get; set; }
    public Instant? LeaseUntil { get; set; }

    /// <summary>Rises with every lease.</summary>
    public required long Fence { get; set; }
}

internal sealed class ErrandMapping : IEntityTypeConfiguration<ErrandRow>
{
    public void Configure(EntityTypeBuilder<ErrandRow> row)
    {
        row.ToTable("errand").HasKey(errand => new { errand.Platform, errand.Id });
        row.HasIndex(errand => errand.Due).HasFilter("body IS NOT NULL");
        row.HasIndex(errand => errand.At);
    }
}
