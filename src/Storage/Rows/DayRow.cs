using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What a person's local day remembers of its limits.</summary>
internal sealed class DayRow
{
    public required PersonId Person { get; init; }
    public required LocalDate Date { get; init; }
    public required Instant Credited { get; set; }
    public required Instant Occurred { get; set; }
    public required string Connection { get; set; }
    public required string ExternalId { get; set; }

    /// <summary><see cref="Packed"/> entities.</summary>
    public required string QuotePlaces { get; set; }

    /// <summary><see cref="Packed"/>: a conversation, then how many of its replies scored.</summary>
    public required string ReplyScores { get; set; }

    public required bool Active { get; set; }
}

internal sealed class DayMapping : IEntityTypeConfiguration<DayRow>
{
    public void Configure(EntityTypeBuilder<DayRow> row) => row.ToTable("day").HasKey(day => new { day.Person, day.Date });
}
