using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

internal sealed class TeamRow
{
    public required TeamId Id { get; init; }
    public required string Name { get; set; }
    public required BoardMode BoardMode { get; set; }

    /// <summary>Whether members see how far their teammates are towards locked badges.</summary>
    public bool ShareBadgeProgress { get; set; }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<TeamRow>
{
    public void Configure(EntityTypeBuilder<TeamRow> row) => row.ToTable("team").HasKey(team => team.Id);
}
