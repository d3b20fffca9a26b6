using Bot.Channels;
using Bot.Play;
using Bot.Teams.Wire;
using Gamification;
using Storage;

namespace Bot.Teams;

/// <summary>What becomes of teams and channels the bot posts to. Their names are not kept, so a new name changes nothing.</summary>
internal sealed class TeamsPlaces(ChatStore chats, ChannelLife life)
{
    /// <summary>The app was taken out: of a team with all its channels, or of one chat.</summary>
    public async Task LeaveAsync(Activity activity, CancellationToken ct)
    {
        foreach (var channel in await OfTeamAsync(activity, ct))
            await life.PauseAsync(channel, ChannelTrouble.Removed, ct);
    }

    public async Task ReturnAsync(Activity activity, CancellationToken ct)
    {
        foreach (var channel in await OfTeamAsync(activity, ct))
            await life.ReturnAsync(channel, ct);
    }

    /// <summary>Events that are about neither the bot nor members.</summary>
    public Task TakeAsync(Activity activity, CancellationToken ct) =>
        activity.ChannelData?.EventType switch
        {
            "channelDeleted" => OfChannelAsync(activity, channel => life.PauseAsync(channel, ChannelTrouble.Deleted, ct)),
            "channelRestored" => OfChannelAsync(activity, channel => life.ReturnAsync(channel, ct)),
            "teamDeleted" or "teamHardDeleted" => OfTeamAsync(
                activity,
                channel => life.PauseAsync(channel, ChannelTrouble.Deleted, ct),
                ct
            ),
            "teamArchived" => OfTeamAsync(activity, channel => life.PauseAsync(channel, ChannelTrouble.Archived, ct), ct),
            "teamUnarchived" or "teamRestored" => ReturnAsync(activity, ct),
            _ => Task.CompletedTask,
        };

    private static Task OfChannelAsync(Activity activity, Func<ChannelId, Task> each) =>
        activity.ChannelData?.Channel?.Id is { Length: > 0 } channel ? each(IdOf(channel)) : Task.CompletedTask;

    private async Task OfTeamAsync(Activity activity, Func<ChannelId, Task> each, CancellationToken ct)
    {
        foreach (var channel in await OfTeamAsync(activity, ct))
            await each(channel);
    }

    private async Task<IReadOnlyList<ChannelId>> OfTeamAsync(Activity activity, CancellationToken ct)
    {
        var known = activity.ChannelData?.Team?.Id is { Length: > 0 } team ? await chats.OfTeamAsync(team, ct) : [];
        return [.. known.Append(activity.Conversation.Root).Distinct().Select(IdOf)];
    }

    private static ChannelId IdOf(string conversation) => new($"teams:{conversation}");
}
