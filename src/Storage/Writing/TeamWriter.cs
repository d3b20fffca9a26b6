using Gamification;
using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes teams and the channels that hear of them.</summary>
internal sealed class TeamWriter(WriteScope scope)
{
    public async Task PutAsync(TeamRecord team, CancellationToken ct)
    {
        if (await scope.Db.Teams.FindAsync([team.Id], ct) is { } row)
            (row.Name, row.BoardMode, row.ShareBadgeProgress) = (team.Name, team.BoardMode, team.ShareBadgeProgress);
        else
            scope.Db.Teams.Add(
                new()
                {
                    Id = team.Id,
                    Name = team.Name,
                    BoardMode = team.BoardMode,
                    ShareBadgeProgress = team.ShareBadgeProgress,
                }
            );
        await ReplaceManagersAsync(team, ct);
        await ReplaceChannelsAsync(team, ct);
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
    }

    /// <returns>What it was connected to before; null when it was not.</returns>
    public async Task<ConnectedChannel?> ConnectAsync(string platform, string conversation, TeamId? team, CancellationToken ct)
    {
        var channel = ChannelRow.Of(platform, conversation, team);
        var known = await scope.Db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == channel.Id, ct);
        if (known is not null)
            channel.Mention = known.Mention;
        await PutAsync(channel, ct);
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return known?.Connected;
    }

    /// <summary>What a connected channel hears of, and whether it is paused. False when it is not connected.</summary>
    public async Task<bool> SetAsync(ChannelId channel, ChannelSettings settings, string? pausedBecause, CancellationToken ct)
    {
        if (await scope.Db.Channels.FindAsync([channel], ct) is not { } row)
            return false;

        row.Take(settings);
        row.PausedBecause = pausedBecause;
        await scope.SaveAsync(ct);
        await LookAgainAsync(new Recipient.Channel(channel).Key, ct);
        scope.ChangeSetup();
        return true;
    }

    /// <summary>What the rules before held back is judged by the new ones at once.</summary>
    private Task<int> LookAgainAsync(string recipient, CancellationToken ct) =>
        scope
            .Db.Outbox.Where(row =>
                row.Recipient == recipient && row.State == DeliveryState.Pending && row.Attempt == 0 && row.Due > scope.Now
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, scope.Now), ct);

    /// <summary>How the posts of a connected channel call people. False when it is not connected.</summary>
    public async Task<bool> MentionAsync(ChannelId channel, ChannelMention mention, CancellationToken ct) =>
        await scope.Db.Channels.Where(row => row.Id == channel).ExecuteUpdateAsync(row => row.SetProperty(one => one.Mention, mention), ct)
        == 1;

    /// <summary>Null posts again. False when the channel is not connected, or is so already.</summary>
    public async Task<bool> PauseAsync(ChannelId channel, string? reason, CancellationToken ct)
    {
        var changed = await scope
            .Db.Channels.Where(row => row.Id == channel && (row.PausedBecause == null) == (reason != null))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.PausedBecause, reason), ct);
        if (changed == 1 && reason is null)
            await LookAgainAsync(new Recipient.Channel(channel).Key, ct);
        return changed == 1;
    }

    private async Task ReplaceManagersAsync(TeamRecord team, CancellationToken ct)
    {
        await scope.Db.TeamManagers.Where(manager => manager.Team == team.Id).ExecuteDeleteAsync(ct);
        scope.Db.TeamManagers.AddRange(team.Managers.Distinct().Select(person => new TeamManagerRow { Team = team.Id, Person = person }));
    }

    private async Task ReplaceChannelsAsync(TeamRecord team, CancellationToken ct)
    {
        var before = await scope.Db.Channels.AsNoTracking().ToDictionaryAsync(channel => channel.Id, ct);
        await scope.Db.Channels.Where(channel => channel.Team == team.Id && channel.Platform != ChannelRow.Web).ExecuteDeleteAsync(ct);
        await PutAsync(ChannelRow.WebOf(team.Id), ct);
        foreach (var (platform, conversation) in team.Channels.Distinct())
        {
            var channel = ChannelRow.Of(platform, conversation, team.Id);
            if (before.TryGetValue(channel.Id, out var was))
            {
                channel.Take(was.Settings);
                (channel.Mention, channel.PausedBecause) = (was.Mention, was.PausedBecause);
            }

            if (team.Mentions.TryGetValue((platform, conversation), out var mention))
                channel.Mention = mention;
            await PutAsync(channel, ct);
        }
    }

    private async Task PutAsync(ChannelRow channel, CancellationToken ct)
    {
        if (await scope.Db.Channels.FindAsync([channel.Id], ct) is { } known)
            (known.Team, known.Mention, known.PausedBecause) = (channel.Team, channel.Mention, channel.PausedBecause);
        else
            scope.Db.Channels.Add(channel);
    }
}
