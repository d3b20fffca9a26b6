using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A connection to a CRM that sent something once.</summary>
internal sealed class ConnectionRow
{
    public required string Name { get; init; }

    /// <summary>When its newest event came.</summary>
    public required Instant LastEvent { get; set; }
}

internal sealed class ConnectionMapping : IEntityTypeConfiguration<ConnectionRow>
{
    public void Configure(EntityTypeBuilder<ConnectionRow> row) => row.ToTable("connection").HasKey(connection => connection.Name);
}
