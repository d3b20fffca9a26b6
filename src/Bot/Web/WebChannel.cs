using Bot.Channels;

namespace Bot.Web;

/// <summary>The page as a platform: what is recorded as sent is on the page, so there is nothing to call and nothing to lose.</summary>
internal sealed class WebChannel : IChannel
{
    public const string Name = "web";

    public string Platform => Name;

    public Task<DeliveryResult> DeliverAsync(Message message, CancellationToken ct) =>
        Task.FromResult<DeliveryResult>(new DeliveryResult.Sent(message.Id));

    public Task<Lookup> FindAsync(Message message, DateTimeOffset sentAfter, CancellationToken ct) =>
        Task.FromResult<Lookup>(new Lookup.Found(message.Id));
}
