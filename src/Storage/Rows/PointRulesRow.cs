using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>One version of the point rules. Versions are added, never edited: ledger lines name them.</summary>
internal sealed class PointRulesRow
{
    public required int Version { get; init; }

    /// <summary>The first local day it holds for; null since ever.</summary>
    public LocalDate? From { get; init; }

    public required int Quote { get; init; }
    public required int QuotesADay { get; init; }
    public required int Deal { get; init; }
    public required int Reply { get; init; }
    public required int ReplySeconds { get; init; }
    public required int FastReply { get; init; }
    public required int FastReplySeconds { get; init; }
    public required int RepliesAConversationADay { get; init; }
    public required int RepliesADay { get; init; }
    public required int ActiveDay { get; init; }

    /// <summary>A person's id, <c>api</c>, or <c>settings</c> for the first values.</summary>
    public required string By { get; init; }

    /// <summary>Null for the first values: they were there before any clock was read.</summary>
    public Instant? At { get; init; }

    public static PointRulesRow Of(PointVersion version, string by, Instant? at) =>
        new()
        {
            Version = version.Version,
            From = version.From,
            Quote = version.Rules.Quote,
            QuotesADay = version.Rules.QuotesADay,
            Deal = version.Rules.Deal,
            Reply = version.Rules.Reply,
            ReplySeconds = (int)version.Rules.ReplyWithin.TotalSeconds,
            FastReply = version.Rules.FastReply,
            FastReplySeconds = (int)version.Rules.FastReplyWithin.TotalSeconds,
            RepliesAConversationADay = version.Rules.RepliesAConversationADay,
            RepliesADay = version.Rules.RepliesADay,
            ActiveDay = version.Rules.ActiveDay,
            By = by,
            At = at,
        };

    public PointVersion ToVersion() =>
        new(
            Version,
            From,
            new(
                Quote,
                QuotesADay,
                Deal,
                Reply,
                Duration.FromSeconds(ReplySeconds),
                FastReply,
                Duration.FromSeconds(FastReplySeconds),
                RepliesAConversationADay,
                RepliesADay,
                ActiveDay
            )
        );
}

internal sealed class PointRulesMapping : IEntityTypeConfiguration<PointRulesRow>
{
    public void Configure(EntityTypeBuilder<PointRulesRow> row)
    {
        row.ToTable("point_rules").HasKey(rules => rules.Version);
        row.Property(rules => rules.Version).ValueGeneratedNever();
    }
}
