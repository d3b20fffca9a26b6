using System.Security.Cryptography;
using System.Text;
using Bot.Play;
using Gamification;
using Storage;

namespace Bot.Forms;

/// <summary>
/// The state of a form about a channel: which, and what was stored when it was opened: <c>slack:C01#1c9f02ab</c>. A button names the
/// channel alone.
/// </summary>
internal sealed record ChannelAbout(ChannelId Channel, string? Stamp)
{
    public static ChannelAbout Parse(string state) =>
        state.LastIndexOf('#') is > 0 and var end ? new(new(state[..end]), state[(end + 1)..]) : new(new(state), null);

    public static ChannelAbout Of(ChannelView channel) => new(channel.Id, StampOf(channel));

    /// <summary>Whether somebody changed the channel since the form was opened.</summary>
    public bool IsOutdated(ChannelView stored) => Stamp is not null && Stamp != StampOf(stored);

    public override string ToString() => Stamp is null ? Channel.Value : $"{Channel}#{Stamp}";

    private static string StampOf(ChannelView channel) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel.Mention}{AuditText.Of(channel)}")).AsSpan(0, 4));
}
