using Gamification;
using Gamification.Announcements;
using Storage.Rows;

namespace Storage;

/// <summary>A connected channel with all that is set for it.</summary>
/// <param name="Team">Null: the organisation.</param>
/// <param name="PausedBecause">Why nothing is posted there until somebody resumes it; null while it is.</param>
public sealed record ChannelView(ChannelId Id, TeamId? Team, ChannelMention Mention, ChannelSettings Settings, string? PausedBecause)
{
    /// <summary><c>slack</c>, <c>teams</c> or <c>web</c>.</summary>
    public string Platform => Id.Value.Split(':')[0];

    internal static ChannelView Of(ChannelRow row) => new(row.Id, row.Team, row.Mention, row.Settings, row.PausedBecause);
}
