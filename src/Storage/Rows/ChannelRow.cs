using Gamification;
using Gamification.Announcements;
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

    /// <summary>Kinds that are switched off.</summary>
    public PostKinds Off { get; set; }

    /// <summary>Posts of any hour, 0 for as many as there are; null for what is usual on the platform.</summary>
    public int? Budget { get; set; }

    /// <summary><c>20:00-08:00</c> of the organisation's zone; null for none.</summary>
    public string? Quiet { get; set; }

    /// <summary><c>daily 18:00;weekly 1 09:00;monthly 1 09:00</c>, empty for none; null for the usual ones.</summary>
    public string? Boards { get; set; }

    /// <summary>Null for the organisation's.</summary>
    public string? Language { get; set; }

    /// <summary>Why nothing is posted here until somebody resumes it; null while it is.</summary>
    public string? PausedBecause { get; set; }

    public ChannelSettings Settings =>
        new()
        {
            Off = Off,
            Budget = Budget,
            Quiet = StoredChannel.Quiet(Quiet),
            Boards = StoredChannel.Boards(Boards),
            Language = Language,
        };

    public ConnectedChannel Connected => new(Id, Team) { Settings = Settings };

    public void Take(ChannelSettings settings) =>
        (Off, Budget, Quiet, Boards, Language) = (
            settings.Off,
            settings.Budget,
            StoredChannel.Text(settings.Quiet),
            StoredChannel.Text(settings.Boards),
            settings.Language
        );

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
