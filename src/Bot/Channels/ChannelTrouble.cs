namespace Bot.Channels;

/// <summary>Why a channel cannot be posted to.</summary>
/// <param name="Code">Stored with what is told of it.</param>
/// <param name="Happened">Stored with the channel, as a sentence about it: <c>it was archived</c>.</param>
public sealed record ChannelTrouble(string Code, string Happened)
{
    public static ChannelTrouble Archived { get; } = new("archived", "it was archived");

    public static ChannelTrouble Removed { get; } = new("removed", "Medalist is not in it any more");

    public static ChannelTrouble Deleted { get; } = new("deleted", "it was deleted");

    public static IReadOnlyList<ChannelTrouble> All { get; } = [Archived, Removed, Deleted];

    /// <summary>What stands with a paused channel, where it is such a trouble; null where a person paused it.</summary>
    public static ChannelTrouble? In(string pausedBecause) => All.FirstOrDefault(trouble => trouble.Happened == pausedBecause);

    public static ChannelTrouble Of(string code) => All.First(trouble => trouble.Code == code);
}
