using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A person came to their goals for the first time, which happens once: the key is the wall.</summary>
internal sealed class FirstVisitRow
{
    public required PersonId Person { get; init; }
    public required Instant At { get; init; }
}

internal sealed class FirstVisitMapping : IEntityTypeConfiguration<FirstVisitRow>
{
    public void Configure(EntityTypeBuilder<FirstVisitRow> row) => row.ToTable("first_visit").HasKey(visit => visit.Person);
}
