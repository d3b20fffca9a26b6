using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>A connected channel. Every team has a web channel of its own (<c>web:{team}</c>), the organisation has <c>web:org</c>.</summary>
internal sealed class ChannelRow
{
    public const string Web = "web";

    public required ChannelId Id { get; init; }
    public required string Platform { get; init; }
    public required string Conversation { get; init; }

    /// <summary>Null: the organisation.</summary>
    public TeamId? Team { get; set; }

    /// <summary>How posts here call the person they are about.</summary>
    public ChannelMention Mention { get; set; }

    /// <summary>Why nothing is posted here until somebody resumes it; null while it is.</summary>
    public string? PausedBecause { get; set; }

    /// <summary>The local page's channel of a team, or of the organisation.</summary>
    public static ChannelRow WebOf(TeamId? team) => Of(Web, team?.Value ?? "org", team);

    public static ChannelRow Of(string platform, string conversation, TeamId? team) =>
        new()
        {
            Id = new($"{platform}:{conversation}"),
            Platform = platform,
            Conversation = conversation,
            Team = team,
        };
}

internal sealed class ChannelMapping : IEntityTypeConfiguration<ChannelRow>
{
    public void Configure(EntityTypeBuilder<ChannelRow> row) => row.ToTable("channel").HasKey(channel => channel.Id);
}
