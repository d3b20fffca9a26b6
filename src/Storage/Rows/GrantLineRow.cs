using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>One recipient's share of a grant: revision 0 grants, 1 reverses, 2 grants again.</summary>
internal sealed class GrantLineRow
{
    public required string Goal { get; init; }
    public required string Subject { get; init; }
    public required string Tier { get; init; }
    public required string Period { get; init; }
    public required string Recipient { get; init; }
    public required string Reward { get; init; }
    public required int Revision { get; init; }
    public required long Amount { get; init; }
    public required string Reason { get; init; }
}

internal sealed class GrantLineMapping : IEntityTypeConfiguration<GrantLineRow>
{
    public void Configure(EntityTypeBuilder<GrantLineRow> row) =>
        row.ToTable("grant_line")
            .HasKey(line => new
            {
                line.Goal,
                line.Subject,
                line.Tier,
                line.Period,
                line.Recipient,
                line.Reward,
                line.Revision,
            });
}
