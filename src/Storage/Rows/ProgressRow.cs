using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>How far a person is towards one badge.</summary>
internal sealed class ProgressRow
{
    public required PersonId Person { get; init; }
    public required string Badge { get; init; }

    /// <summary>Empty for a badge that does not repeat.</summary>
    public required string Period { get; init; }

    public required long Actual { get; set; }
    public required long Peak { get; set; }

    public required Instant LastCredited { get; set; }
    public required Instant LastOccurred { get; set; }
    public required string LastConnection { get; set; }
    public required string LastExternalId { get; set; }

    /// <summary>The position that unlocked what is held; null while locked.</summary>
    public Instant? CrossedCredited { get; set; }

    public Instant? CrossedOccurred { get; set; }
    public string? CrossedConnection { get; set; }
    public string? CrossedExternalId { get; set; }

    /// <summary>The number of award lines written.</summary>
    public required int Revision { get; set; }

    /// <summary>What the value is measured against; once held, what it was unlocked at.</summary>
    public long Threshold { get; set; }

    /// <summary>Held for good, although folded again it would not be.</summary>
    public bool Kept { get; set; }

    /// <summary>The newest things that count, with their positions: as many as the next step may need.</summary>
    public string Marks { get; set; } = "";
}

internal sealed class ProgressMapping : IEntityTypeConfiguration<ProgressRow>
{
    public void Configure(EntityTypeBuilder<ProgressRow> row) =>
        row.ToTable("progress")
            .HasKey(progress => new
            {
                progress.Person,
                progress.Badge,
                progress.Period,
            });
}
