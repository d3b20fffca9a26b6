using Bot.Channels;
using Gamification;
using Gamification.Announcements;
using Storage;

namespace Bot.Outbox;

/// <param name="Conversation">Null for a person.</param>
/// <param name="User">Null for a channel.</param>
internal sealed record Address(IChannel Channel, string? Conversation, string? User);

/// <summary>Where a recipient is reached: a channel on its platform, a person on the first platform that knows them, else on the page.</summary>
internal sealed class AddressBook(IEnumerable<IChannel> channels, DirectoryReader directory)
{
    private readonly Dictionary<string, IChannel> byPlatform = channels.ToDictionary(channel => channel.Platform, StringComparer.Ordinal);

    /// <summary>Null when the recipient's platform is not connected.</summary>
    public async Task<Address?> OfAsync(Recipient recipient, CancellationToken ct) =>
        recipient switch
        {
            Recipient.Channel(var id) => OfChannel(id),
            Recipient.Person(var id) => await OfPersonAsync(id, ct),
            _ => throw new System.Diagnostics.UnreachableException($"No address for {recipient.GetType().Name}."),
        };

    private Address? OfChannel(ChannelId id) =>
        id.Value.Split(':', 2) is [var platform, var conversation] && byPlatform.TryGetValue(platform, out var channel)
            ? new(channel, conversation, null)
            : null;

    private async Task<Address?> OfPersonAsync(PersonId person, CancellationToken ct)
    {
        foreach (var platform in (string[])["slack", "teams"])
            if (byPlatform.TryGetValue(platform, out var channel) && await directory.IdentityOfAsync(person, platform, ct) is { } user)
                return new(channel, null, user);

        return byPlatform.TryGetValue("web", out var page) ? new(page, null, person.Value) : null;
    }
}
