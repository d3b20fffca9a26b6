using System.Collections.Concurrent;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>
/// Profiles of the people of the workspace, kept in memory: every card needs a language, and Slack limits how often it may be asked. An old
/// one is answered while it is read again, so nobody waits for Slack who asked before or was in the workspace when it was read.
/// </summary>
internal sealed class SlackPeople(SlackClient client, TimeProvider clock, ILogger<SlackPeople> log)
{
    /// <summary>Some ten megabytes.</summary>
    private const int MostKept = 100_000;

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> kept = new(StringComparer.Ordinal);
    private volatile SlackWorkspace? workspace;

    /// <summary>What is known without asking Slack; null where nothing is.</summary>
    public SlackProfile? Kept(string user) => kept.GetValueOrDefault(user).Profile;

    /// <summary>Of any age, where something is known.</summary>
    public async Task<SlackProfile> FindAsync(string user, CancellationToken ct)
    {
        if (!kept.TryGetValue(user, out var known) || known.Profile is null)
            return await FindFreshAsync(user, ct);

        if (!IsFresh(known) && kept.TryUpdate(user, known with { FreshUntil = clock.GetUtcNow() + TriedAgainAfter }, known))
            _ = RefreshAsync(user);
        return known.Profile;
    }

    /// <summary>As Slack says it now, or said some minutes ago: for what rights rest on.</summary>
    public async Task<SlackProfile> FindFreshAsync(string user, CancellationToken ct)
    {
        if (kept.TryGetValue(user, out var known) && IsFresh(known))
            return known.Profile ?? SlackProfile.Unknown;

        var profile = await ReadAsync(client, user, ct);
        Keep(user, profile);
        return profile ?? SlackProfile.Unknown;
    }

    /// <summary>The person changed: whoever asks next asks Slack.</summary>
    public void Forget(string user) => kept.TryRemove(user, out _);

    /// <summary>What a user that Slack told of is to this workspace; kept where their language is told with it.</summary>
    public async Task<SlackProfile> OfAsync(UserPart user, CancellationToken ct)
    {
        var profile = SlackProfile.Of(user, await WorkspaceAsync(ct));
        if (user is { Id: { Length: > 0 } id, Locale: not null } && workspace is not null)
            Keep(id, profile);
        return profile;
    }

    private bool IsFresh(Entry entry) => clock.GetUtcNow() < entry.FreshUntil;

    private void Keep(string user, SlackProfile? profile)
    {
        if (kept.Count >= MostKept && !kept.ContainsKey(user))
            kept.Clear();
        kept[user] = new(profile, clock.GetUtcNow() + (profile is null ? TriedAgainAfter : FreshFor));
    }

    private async Task RefreshAsync(string user)
    {
        if (await ReadAsync(client.InBackground(), user, CancellationToken.None) is { } profile)
            Keep(user, profile);
    }

    private async Task<SlackProfile?> ReadAsync(SlackClient slack, string user, CancellationToken ct)
    {
        var answer = await slack.UserAsync(user, ct);
        if (answer is SlackAnswer<UserReply>.Ok({ User: { } found }))
            return SlackProfile.Of(found, await WorkspaceAsync(ct));

        log.ProfileUnread(answer is SlackAnswer<UserReply>.Later ? LogLevel.Debug : LogLevel.Warning, user, answer.Outcome);
        return null;
    }

    private async Task<SlackWorkspace?> WorkspaceAsync(CancellationToken ct) =>
        workspace ??= await client.IdentifyAsync(ct) is SlackAnswer<IdentityReply>.Ok(var identity) ? SlackWorkspace.Of(identity) : null;

    /// <param name="Profile">Null where Slack did not answer.</param>
    private readonly record struct Entry(SlackProfile? Profile, DateTimeOffset FreshUntil);
}
