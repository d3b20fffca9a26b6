using Gamification;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>The sums of one person on one board in one period.</summary>
internal sealed class TallyRow
{
    public required BoardKey Board { get; init; }
    public required PeriodKey Period { get; init; }
    public required PersonId Person { get; init; }
    public required int Quotes { get; set; }
    public required int Sent { get; set; }
    public required int Deals { get; set; }
    public required long Revenue { get; set; }
    public required int Replies { get; set; }
    public required int Active { get; set; }
    public required long Points { get; set; }
}

internal sealed class TallyMapping : IEntityTypeConfiguration<TallyRow>
{
    public void Configure(EntityTypeBuilder<TallyRow> row)
    {
        row.ToTable("tally")
            .HasKey(tally => new
            {
                tally.Board,
                tally.Period,
                tally.Person,
            });
        row.HasIndex(tally => tally.Person);
    }
}
