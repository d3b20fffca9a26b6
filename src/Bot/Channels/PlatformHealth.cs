using System.Collections.Concurrent;

namespace Bot.Channels;

/// <summary>Platforms that take nothing from this host at all, with the reason and the remedy: what is planned for them waits.</summary>
public sealed class PlatformHealth
{
    private readonly ConcurrentDictionary<string, string> troubles = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Troubles => [.. troubles.OrderBy(trouble => trouble.Key).Select(trouble => trouble.Value)];

    /// <summary>True when it was well before.</summary>
    public bool Fails(string platform, string because)
    {
        var isNew = !troubles.ContainsKey(platform);
        troubles[platform] = because;
        return isNew;
    }

    public void Works(string platform) => troubles.TryRemove(platform, out _);
}
