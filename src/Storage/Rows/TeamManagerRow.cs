using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>A team names its managers.</summary>
internal sealed class TeamManagerRow
{
    public required TeamId Team { get; init; }
    public required PersonId Person { get; init; }
}

internal sealed class TeamManagerMapping : IEntityTypeConfiguration<TeamManagerRow>
{
    public void Configure(EntityTypeBuilder<TeamManagerRow> row)
    {
        row.ToTable("team_manager").HasKey(manager => new { manager.Team, manager.Person });
        row.HasIndex(manager => manager.Person);
    }
}
