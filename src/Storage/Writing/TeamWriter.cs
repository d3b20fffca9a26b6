using Gamification;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes teams and the channels that hear of them.</summary>
internal sealed class TeamWriter(WriteScope scope)
{
    public async Task PutAsync(TeamRecord team, CancellationToken ct)
    {
        if (await scope.Db.Teams.FindAsync([team.Id], ct) is { } row)
            (row.Name, row.BoardMode) = (team.Name, team.BoardMode);
        else
            scope.Db.Teams.Add(
                new()
                {
                    Id = team.Id,
                    Name = team.Name,
                    BoardMode = team.BoardMode,
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
        await PutAsync(channel, ct);
        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return known is null ? null : new(known.Id, known.Team);
    }

    private async Task ReplaceManagersAsync(TeamRecord team, CancellationToken ct)
    {
        await scope.Db.TeamManagers.Where(manager => manager.Team == team.Id).ExecuteDeleteAsync(ct);
        scope.Db.TeamManagers.AddRange(team.Managers.Distinct().Select(person => new TeamManagerRow { Team = team.Id, Person = person }));
    }

    private async Task ReplaceChannelsAsync(TeamRecord team, CancellationToken ct)
    {
        await scope.Db.Channels.Where(channel => channel.Team == team.Id && channel.Platform != ChannelRow.Web).ExecuteDeleteAsync(ct);
        await PutAsync(ChannelRow.WebOf(team.Id), ct);
        foreach (var (platform, conversation) in team.Channels.Distinct())
            await PutAsync(ChannelRow.Of(platform, conversation, team.Id), ct);
    }

    private async Task PutAsync(ChannelRow channel, CancellationToken ct)
    {
        if (await scope.Db.Channels.FindAsync([channel.Id], ct) is { } known)
            known.Team = channel.Team;
        else
            scope.Db.Channels.Add(channel);
    }
}
