using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One version of what an admin set of a badge, or of the revenue unit. Versions are appended, never edited.</summary>
internal sealed class BadgeSettingRow
{
    public required string Badge { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>The first local day on which it holds; null: at once.</summary>
    public LocalDate? From { get; init; }

    /// <summary>What was set, as JSON.</summary>
    public required string Values { get; init; }

    public required Instant At { get; init; }

    /// <summary>Everybody's badges have been counted by it.</summary>
    public required bool Evaluated { get; set; }
}

internal sealed class BadgeSettingMapping : IEntityTypeConfiguration<BadgeSettingRow>
{
    public void Configure(EntityTypeBuilder<BadgeSettingRow> row) =>
        row.ToTable("badge_setting").HasKey(setting => new { setting.Badge, setting.Version });
}
