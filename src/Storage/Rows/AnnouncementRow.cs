using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>Something to be told to one recipient, once.</summary>
internal sealed class AnnouncementRow
{
    public required string About { get; init; }

    /// <summary><c>channel:slack:C01</c> or <c>person:p1</c>.</summary>
    public required string Recipient { get; init; }

    public required string Kind { get; init; }

    /// <summary>The outbox row it goes out with.</summary>
    public required string Outbox { get; init; }

    /// <summary>Its place inside the message.</summary>
    public required int Place { get; init; }

    /// <summary>When it was planned.</summary>
    public required Instant At { get; init; }

    /// <summary>The figures and ids as JSON, an object of texts.</summary>
    public required string Data { get; init; }
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<AnnouncementRow>
{
    public void Configure(EntityTypeBuilder<AnnouncementRow> row)
    {
        row.ToTable("announcement").HasKey(announcement => new { announcement.About, announcement.Recipient });
        row.HasIndex(announcement => announcement.Outbox);
    }
}
