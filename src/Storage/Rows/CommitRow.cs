using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>
/// One commit under the write lock. Numbers have no gaps, so a reader at <c>last</c> missed nothing if the rows after it start at
/// <c>last + 1</c>; rows older than an hour go, the newest stays.
/// </summary>
internal sealed class CommitRow
{
    public required long Number { get; init; }
    public required Instant At { get; init; }

    /// <summary>The number of the last commit that changed teams, people, channels or closed periods.</summary>
    public required long Setup { get; init; }

    /// <summary><see cref="Packed"/> ids of the people whose tallies, name, alias, rank flag or publicity changed.</summary>
    public required string People { get; init; }
}

internal sealed class CommitMapping : IEntityTypeConfiguration<CommitRow>
{
    public void Configure(EntityTypeBuilder<CommitRow> row)
    {
        row.ToTable("commit").HasKey(commit => commit.Number);
        row.Property(commit => commit.Number).ValueGeneratedNever();
    }
}
