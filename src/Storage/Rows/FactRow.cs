using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>An activity as it was reported, with what was fixed at its acceptance.</summary>
internal sealed class FactRow
{
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
    public required ActivityKind Kind { get; init; }
    public required EntityId Entity { get; init; }

    /// <summary>The deal of a quote.</summary>
    public EntityId? Grouping { get; init; }

    /// <summary>As reported.</summary>
    public string? Owner { get; init; }

    public PersonId? Person { get; set; }

    /// <summary>Minor units of the organisation's currency.</summary>
    public long? Amount { get; set; }

    /// <summary>Minor units of <see cref="Currency"/>, as reported.</summary>
    public long? ClaimedAmount { get; init; }

    public string? Currency { get; init; }

    /// <summary>What else the kind says: <c>won</c> or <c>lost</c>, a message's id, the kind that was logged.</summary>
    public string? Detail { get; init; }

    public required Instant Occurred { get; init; }
    public required Instant Received { get; init; }
    public required Instant Credited { get; set; }

    /// <summary>The number of the commit that took it.</summary>
    public required long Accepted { get; set; }

    public required FactState State { get; set; }
    public string? Reason { get; set; }
    public Instant? ClaimedOccurred { get; init; }

    /// <summary>Of a win: the rates its deal is converted with, <c>CHF=1.05;USD=0.92</c>.</summary>
    public string? Rates { get; set; }
    public required string Body { get; set; }
    public FactSource Source { get; init; }
}

internal sealed class FactMapping : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> row)
    {
        row.ToTable("fact").HasKey(fact => new { fact.Connection, fact.ExternalId });
        row.Property(fact => fact.Source).HasDefaultValue(FactSource.Wire).HasSentinel(FactSource.Wire);
        row.HasIndex(fact => new { fact.Entity, fact.Person });
        row.HasIndex(fact => fact.Grouping).HasFilter("grouping IS NOT NULL");
        row.HasIndex(fact => fact.Occurred).HasFilter("state = 'quarantined'");
        row.HasIndex(fact => new { fact.Person, fact.Credited }).HasFilter("reason IS NOT NULL");
        row.HasIndex(fact => fact.Occurred, "ix_fact_late").HasFilter("credited <> occurred");
    }
}
