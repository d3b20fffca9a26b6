using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Storage.Writing;

namespace Storage.Rows;

/// <summary>
/// One line of the ledger. Lines are never edited: what is posted under a key is the sum of its revisions. A person's lines lie together:
/// whoever derives them anew or looks at them finds and writes them side by side, however many others have.
/// </summary>
internal sealed class EntryRow
{
    public required string Connection { get; init; }
    public required string ExternalId { get; init; }
    public required string Rule { get; init; }
    public required PersonId Person { get; init; }
    public required Instant Dated { get; init; }
    public required int Revision { get; init; }

    /// <summary>With <see cref="Occurred"/> and the fact's identity the position of the causing fact.</summary>
    public required Instant Credited { get; init; }

    public required Instant Occurred { get; init; }
    public TeamId? Team { get; init; }
    public required EntityId Entity { get; init; }
    public string? Grouping { get; init; }
    public required int Quotes { get; init; }
    public required int Sent { get; init; }
    public required int Deals { get; init; }
    public required long Revenue { get; init; }
    public required int Replies { get; init; }
    public required int Active { get; init; }

    /// <summary>Deals won within seven days of their earliest quote.</summary>
    public int Sprints { get; init; }

    public int Logged { get; init; }
    public required int Candidate { get; init; }
    public required long Points { get; init; }
    public int? ReplySeconds { get; init; }
    public required int RuleVersion { get; init; }
    public required string Reason { get; init; }
}

internal sealed class EntryMapping : IEntityTypeConfiguration<EntryRow>
{
    public void Configure(EntityTypeBuilder<EntryRow> row)
    {
        row.ToTable("entry")
            .HasKey(entry => new
            {
                entry.Person,
                entry.Entity,
                entry.Connection,
                entry.ExternalId,
                entry.Rule,
                entry.Dated,
                entry.Revision,
            });
        row.HasIndex(entry => entry.Entity, "ix_entry_corrected")
            .HasFilter("reason IN ('correction', 'reversal.closed', 'imported.correction')");
        row.HasIndex(entry => entry.Entity, "ix_entry_reward").HasFilter(EntryTable.OfRewards);
        row.HasIndex(entry => entry.Grouping, "ix_entry_without_place").HasFilter(EntryTable.WithoutPlace);
        row.HasIndex(entry => new { entry.Person, entry.Dated });
    }
}
