using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Announcements;
using Storage;

namespace Bot.Play;

/// <summary>Changes of what a channel hears of, under the write lock and with an audit row.</summary>
/// <remarks><c>by</c> is a person's id or <c>api</c>.</remarks>
public sealed class ChannelDesk(PlayStore store, ChatStore chat, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>What it is afterwards; null when the channel is not connected.</summary>
    public Task<ChannelView?> ChangeAsync(
        ChannelId channel,
        Func<ChannelSettings, ChannelSettings> change,
        string by,
        CancellationToken ct
    ) => SetAsync(channel, view => view with { Settings = change(view.Settings) }, "channel.settings", by, ct);

    /// <param name="reason">Why nothing is posted there; null lets it go on.</param>
    public Task<ChannelView?> PauseAsync(ChannelId channel, string? reason, string by, CancellationToken ct) =>
        SetAsync(channel, view => view with { PausedBecause = reason }, reason is null ? "channel.resumed" : "channel.paused", by, ct);

    private async Task<ChannelView?> SetAsync(
        ChannelId channel,
        Func<ChannelView, ChannelView> change,
        string what,
        string by,
        CancellationToken ct
    )
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (await chat.ChannelViewAsync(channel, ct) is not { } before)
            return null;

        var after = change(before);
        if (after == before)
            return after;

        await write.SetChannelAsync(channel, after.Settings, after.PausedBecause, ct);
        await write.AuditAsync(new(clock.Now(), by, what, channel.Value, AuditText.Of(before), AuditText.Of(after), Reason: null), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return after;
    }
}
