using Bot.Play;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>Everybody in the workspace, linked to people by the email Slack verified. Names on cards stay ours.</summary>
internal sealed class SlackRoster(SlackClient client, SlackPeople people, RosterDesk desk, TimeProvider clock, ILogger<SlackRoster> log)
{
    private const string Platform = "slack";

    /// <summary>
    /// Reads page by page; one that Slack does not give now is waited for. False where it refuses or its answer is lost: then nothing is
    /// taken over.
    /// </summary>
    public async Task<bool> SyncAsync(CancellationToken ct)
    {
        List<UserPart> users = [];
        for (string? cursor = ""; cursor is not null; )
        {
            if (await PageAsync(cursor.Length == 0 ? null : cursor, ct) is not { } page)
                return false;

            users.AddRange((page.Members ?? []).OfType<UserPart>().Where(user => user.Id is { Length: > 0 }));
            cursor = page.ResponseMetadata?.NextCursor is { Length: > 0 } next ? next : null;
        }

        log.RosterRead(users.Count, await TakeAsync(users, ct));
        return true;
    }

    private async Task<UsersReply?> PageAsync(string? cursor, CancellationToken ct)
    {
        while (true)
        {
            var answer = await client.InBackground().UsersAsync(cursor, ct);
            if (answer is SlackAnswer<UsersReply>.Ok(var page))
                return page;

            if (answer is not SlackAnswer<UsersReply>.Later(var after, _))
            {
                log.RosterUnread(answer.Outcome);
                return null;
            }

            await Task.Delay(after, clock, ct);
        }
    }

    /// <summary>One of them changed.</summary>
    public async Task TakeAsync(UserPart user, CancellationToken ct)
    {
        people.Forget(user.Id!);
        await TakeAsync([user], ct);
    }

    private async Task<int> TakeAsync(IReadOnlyCollection<UserPart> users, CancellationToken ct)
    {
        await desk.LetGoAsync(Platform, users.Where(user => user.Deleted).Select(user => user.Id!), ct);
        List<(string, string)> verified = [];
        foreach (var user in users)
            if (await people.OfAsync(user, ct) is { VerifiedEmail: { } email } && IsColleague(user))
                verified.Add((user.Id!, email));
        return await desk.LinkAsync(Platform, verified, ct);
    }

    /// <summary>A guest is linked when they ask for something themselves.</summary>
    private static bool IsColleague(UserPart user) => user is { IsRestricted: false, IsUltraRestricted: false };
}
