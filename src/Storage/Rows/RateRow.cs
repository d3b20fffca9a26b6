using Gamification.Exchange;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What one unit of a currency is in the organisation's from a local day on.</summary>
internal sealed class RateRow
{
    public required string Currency { get; init; }
    public required LocalDate Date { get; init; }

    /// <summary>A plain decimal, exactly as it counts.</summary>
    public required string Rate { get; set; }

    public DatedRate ToRate() => new(Currency, Date, Gamification.Exchange.Rate.Parse(Rate)!.Value);
}

internal sealed class RateMapping : IEntityTypeConfiguration<RateRow>
{
    public void Configure(EntityTypeBuilder<RateRow> row) => row.ToTable("rate").HasKey(rate => new { rate.Currency, rate.Date });
}
