using Gamification;

namespace Storage;

/// <summary>A connected channel that nothing is posted to until somebody resumes it. Posts to it wait.</summary>
/// <param name="Team">Null: the organisation.</param>
public sealed record PausedChannel(ChannelId Id, TeamId? Team, string Because);
