using System.Globalization;
using Bot.Channels;
using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Announcements;
using Gamification.People;
using Storage;

namespace Bot.Play;

/// <summary>
/// Channels that were archived, deleted or left by the bot: paused in one commit with the notice to those who can mend it, so that it is
/// told once; what is posted there waits and goes out when it is resumed.
/// </summary>
public sealed class ChannelLife(PlayStore store, ChatStore chat, DirectoryReader directory, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Kind of the notice.</summary>
    public const string Paused = AnnouncementKinds.ChannelPaused;

    /// <summary>Who did it in the audit, where no person did.</summary>
    public const string Machine = "system";

    /// <summary>False when the channel is not connected, so that nothing waits for it.</summary>
    public async Task<bool> PauseAsync(ChannelId channel, ChannelTrouble trouble, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (await chat.ChannelAsync(channel, ct) is not { } connected)
            return false;
        if (!await write.PauseAsync(channel, trouble.Happened, ct))
            return true;

        await write.AuditAsync(new(clock.Now(), Machine, Paused, channel.Value, Before: null, trouble.Code, Reason: null), ct);
        await write.PlanAsync(await NoticesAsync(connected, trouble, write.Number, ct), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return true;
    }

    /// <summary>It can be posted to again, as the platform says: what a person paused stays paused. True when it goes on.</summary>
    public async Task<bool> ReturnAsync(ChannelId channel, CancellationToken ct) =>
        (await chat.PausedAsync(ct)).Any(paused => paused.Id == channel && ChannelTrouble.In(paused.Because) is not null)
        && await ResumeAsync(channel, Machine, ct);

    /// <summary>True when it was paused.</summary>
    public async Task<bool> ResumeAsync(ChannelId channel, string by, CancellationToken ct)
    {
        if (!(await chat.PausedAsync(ct)).Any(paused => paused.Id == channel))
            return false;

        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (!await write.PauseAsync(channel, reason: null, ct))
            return false;

        await write.AuditAsync(new(clock.Now(), by, "channel.resumed", channel.Value, Before: null, After: null, Reason: null), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return true;
    }

    private async Task<IReadOnlyList<Announcement>> NoticesAsync(
        ConnectedChannel channel,
        ChannelTrouble trouble,
        long commit,
        CancellationToken ct
    )
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"channel-paused:{channel.Id}:{commit}");
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = channel.Id.Value,
            ["team"] = channel.Team?.Value ?? "",
            ["trouble"] = trouble.Code,
        };
        return
        [
            .. (await KeepersAsync(channel.Team, ct)).Select(person => new Announcement(
                Paused,
                about,
                new Recipient.Person(person),
                about,
                Position: null,
                data
            )),
        ];
    }

    /// <summary>The managers of its team; the admins of the organisation's channels, and of a team without a manager.</summary>
    private async Task<IReadOnlyList<PersonId>> KeepersAsync(TeamId? team, CancellationToken ct)
    {
        var active = (await directory.PeopleAsync(clock.Now().InUtc().Date, ct)).Where(person => person.Active).ToList();
        var managers = active.Where(person => team is { } of && person.Manages.Contains(of)).Select(person => person.Id).ToList();
        return managers.Count > 0 ? managers : [.. active.Where(person => person.Role is Role.Admin).Select(person => person.Id)];
    }
}
