using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A goal that another goal's tier unlocked, once for a subject and period.</summary>
internal sealed class UnlockRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required PeriodKey Period { get; init; }

    /// <summary>With <see cref="Occurred"/> and the fact's identity the position of the activity that unlocked it.</summary>
    public required Instant Credited { get; init; }

    public required Instant Occurred { get; init; }
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
}

internal sealed class UnlockMapping : IEntityTypeConfiguration<UnlockRow>
{
    public void Configure(EntityTypeBuilder<UnlockRow> row) =>
        row.ToTable("unlock")
            .HasKey(unlock => new
            {
                unlock.Goal,
                unlock.Subject,
                unlock.Period,
            });
}
