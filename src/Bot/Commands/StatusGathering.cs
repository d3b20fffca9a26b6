using Bot.Cards;
using Bot.Channels;
using Bot.Forms;
using Bot.Settings;
using Gamification.Activities;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>Gathers how the deployment is, as far as a person may know.</summary>
public sealed class StatusGathering(
    StatusReader status,
    QuarantineReader quarantine,
    ChatStore chat,
    DirectoryReader directory,
    PlatformHealth health,
    HostSettings settings
)
{
    private const int ListedTroubles = 10;

    public async Task<StatusView> ReadAsync(PersonView person, Instant now, CancellationToken ct)
    {
        var isAdmin = PeopleRights.IsAdmin(person);
        var teams = (await directory.TeamsAsync(ct)).ToDictionary(team => team.Id, team => team.Name);
        var channels = (await chat.ChannelViewsAsync(ct))
            .Where(channel => isAdmin || (channel.Team is { } team && person.Manages.Contains(team)))
            .ToList();
        var recipients = isAdmin ? null : channels.ConvertAll(channel => $"channel:{channel.Id}");
        StatusView view = new()
        {
            Messages = await status.CountAsync(recipients, now, ct),
            Troubled = await status.TroubledAsync(recipients, ListedTroubles, ct),
            Channels =
            [
                .. channels.Select(channel => new ChannelState(channel, channel.Team is { } team ? teams.GetValueOrDefault(team) : null)),
            ],
        };
        return isAdmin ? await ForAdminAsync(view, ct) : view;
    }

    private async Task<StatusView> ForAdminAsync(StatusView view, CancellationToken ct)
    {
        var waiting = await quarantine.ListAsync(ct);
        var heard = await status.LastEventsAsync(ct);
        return view with
        {
            Quarantine = new(waiting.Count, waiting.Count(fact => fact.Reason is FactReasons.NoRate)),
            Troubles = health.Troubles,
            Platforms = [("Slack", Slack(settings.Slack)), ("Teams", Teams(settings.Teams))],
            Connections =
            [
                .. settings
                    .Connections.OrderBy(connection => connection.Key, StringComparer.Ordinal)
                    .Select(connection => new ConnectionState(
                        connection.Key,
                        connection.Value.Kind,
                        heard.TryGetValue(connection.Key, out var at) ? at : null
                    )),
            ],
        };
    }

    private static string? Slack(SlackSettings slack) =>
        (slack.BotToken, slack.SigningSecret, slack.AppToken) switch
        {
            (null, _, _) or (_, null, null) => null,
            (_, not null, null) => "HTTP",
            (_, null, not null) => "Socket Mode",
            _ => "HTTP, Socket Mode",
        };

    private static string? Teams(TeamsSettings teams) =>
        teams.Development ? "Playground"
        : teams.AppId is null ? null
        : teams.TenantId ?? "Bot Framework";
}
