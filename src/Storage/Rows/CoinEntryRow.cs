using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>One difference an accelerator posted.</summary>
internal sealed class CoinEntryRow
{
    public required string Goal { get; init; }
    public required string Subject { get; init; }
    public required string Period { get; init; }
    public required int Sequence { get; init; }
    public required long Amount { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
    public required string Reason { get; init; }
}

internal sealed class CoinEntryMapping : IEntityTypeConfiguration<CoinEntryRow>
{
    public void Configure(EntityTypeBuilder<CoinEntryRow> row) =>
        row.ToTable("coin_entry")
            .HasKey(coins => new
            {
                coins.Goal,
                coins.Subject,
                coins.Period,
                coins.Sequence,
            });
}
