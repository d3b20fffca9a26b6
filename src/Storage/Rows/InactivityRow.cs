using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A span in which a person is not active; null bounds are open.</summary>
internal sealed class InactivityRow
{
    public required PersonId Person { get; init; }

    /// <summary>1, 2, 3 … of one person.</summary>
    public required int Number { get; init; }

    public Instant? Since { get; init; }
    public Instant? Until { get; set; }

    public Inactivity ToInactivity() => new(Since, Until);
}

internal sealed class InactivityMapping : IEntityTypeConfiguration<InactivityRow>
{
    public void Configure(EntityTypeBuilder<InactivityRow> row) =>
        row.ToTable("inactivity").HasKey(inactivity => new { inactivity.Person, inactivity.Number });
}
