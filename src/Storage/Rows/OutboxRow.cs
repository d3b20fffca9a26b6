using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One message to one recipient: everything one commit has to tell it about one cause.</summary>
internal sealed class OutboxRow
{
    public required string Id { get; init; }

    /// <summary><c>channel:slack:C01</c> or <c>person:p1</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>The cause its announcements share.</summary>
    public required string Post { get; init; }

    /// <summary>The order in which it was planned, over all recipients.</summary>
    public required long Sequence { get; init; }

    public required Instant Planned { get; init; }
    public required DeliveryState State { get; set; }
    public required Instant Due { get; set; }
    public string? LeaseOwner { get; set; }
    public Instant? LeaseUntil { get; set; }

    /// <summary>Rises with every lease.</summary>
    public required long Fence { get; set; }

    public required int Attempt { get; set; }

    /// <summary>The platform's id of the delivered message.</summary>
    public string? MessageId { get; set; }

    /// <summary>The outbox row of the earlier edition that this one replaces in place (a board); its message id is known once it was sent.</summary>
    public string? Edits { get; init; }

    public string? Reason { get; set; }

    /// <summary>When the platform is asked whether an unknown one is there; null when it cannot be asked.</summary>
    public Instant? AskAt { get; set; }

    /// <summary>When the platform first said that an unknown one is not there.</summary>
    public Instant? AbsentAt { get; set; }

    /// <summary>The message of a digest that tells this one with others; it shares what becomes of that.</summary>
    public string? Carrier { get; set; }

    /// <summary>When the platform was last asked to show it: what a channel's budget counts.</summary>
    public Instant? Posted { get; set; }

    /// <summary>When somebody said that nothing is to be done about its failure any more.</summary>
    public Instant? Dismissed { get; set; }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox").HasKey(outbox => outbox.Id);
        row.HasIndex(outbox => outbox.Sequence).IsUnique();
        row.HasIndex(outbox => new { outbox.Recipient, outbox.Sequence });
        row.HasIndex(outbox => new { outbox.State, outbox.Due });
        row.HasIndex(outbox => outbox.AskAt).HasFilter("ask_at IS NOT NULL");
        row.HasIndex(outbox => new { outbox.Recipient, outbox.Posted }).HasFilter("posted IS NOT NULL");
        row.HasIndex(outbox => outbox.Carrier).HasFilter("carrier IS NOT NULL");
    }
}
