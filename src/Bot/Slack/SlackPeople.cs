using System.Collections.Concurrent;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>Profiles of the people who ask, kept for a while: every card needs a language and Slack limits how often it may be asked.</summary>
internal sealed class SlackPeople(SlackClient client, TimeProvider clock, ILogger<SlackPeople> log)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (SlackProfile Profile, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);
    private volatile SlackWorkspace? workspace;

    /// <summary>What is known without asking Slack; null where nothing is.</summary>
    public SlackProfile? Kept(string user) =>
        kept.TryGetValue(user, out var entry) && clock.GetUtcNow() < entry.Until ? entry.Profile : null;

    public async Task<SlackProfile> FindAsync(string user, CancellationToken ct)
    {
        if (Kept(user) is { } known)
            return known;

        var profile = await ReadAsync(user, ct);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[user] = (profile ?? SlackProfile.Unknown, clock.GetUtcNow() + (profile is null ? FailureKeptFor : KeptFor));
        return profile ?? SlackProfile.Unknown;
    }

    /// <summary>The person changed: whoever asks next asks Slack.</summary>
    public void Forget(string user) => kept.TryRemove(user, out _);

    /// <summary>What a user that Slack told of is to this workspace.</summary>
    public async Task<SlackProfile> OfAsync(UserPart user, CancellationToken ct) => SlackProfile.Of(user, await WorkspaceAsync(ct));

    private async Task<SlackProfile?> ReadAsync(string user, CancellationToken ct)
    {
        var answer = await client.UserAsync(user, ct);
        if (answer is SlackAnswer<UserReply>.Ok({ User: { } found }))
            return SlackProfile.Of(found, await WorkspaceAsync(ct));

        log.ProfileUnread(user, answer.Outcome);
        return null;
    }

    private async Task<SlackWorkspace?> WorkspaceAsync(CancellationToken ct) =>
        workspace ??= await client.IdentifyAsync(ct) is SlackAnswer<IdentityReply>.Ok(var identity) ? SlackWorkspace.Of(identity) : null;
}
