using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>
/// The home tab: a person's dashboard, and in its place whatever its buttons ask for. It is always that of the user who asked and whom
/// Slack signed for; no id of a view is taken from a request.
/// </summary>
internal sealed class SlackHome(
    SlackDesk desk,
    SlackClient client,
    SlackMessages messages,
    HomeVisits visits,
    TimeProvider clock,
    ILogger<SlackHome> log
)
{
    /// <summary>Stands for the conversation where there is none: like one of two, nobody else reads it.</summary>
    public const string Conversation = "D-HOME";

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private const string Conflict = "hash_conflict";

    /// <summary>Opening the tab again within the pause shows what is there; what changed comes after the pause.</summary>
    /// <returns>False when the database was away, as the tab says now.</returns>
    public async Task<bool> OpenAsync(OpenedHome opened, CancellationToken ct)
    {
        var visit = visits.Of(opened.User);
        await visit.Turn.WaitAsync(ct);
        try
        {
            visit.Hash = opened.Hash;
            visit.IsStale = true;
            return (visit is { IsDashboard: true, IsAway: false } && clock.GetUtcNow() < visit.NotBefore)
                || await PublishAsync(visit, () => ReadAsync(visit.User, DashboardCard.Line, ct), client, ct);
        }
        finally
        {
            visit.Turn.Release();
        }
    }

    /// <summary>A button was pressed: the answer takes the place of what is there, at once.</summary>
    /// <returns>False when the database was away, as the tab says now.</returns>
    public Task<bool> ShowAsync(string user, string line, CancellationToken ct) => InTurnAsync(user, () => ReadAsync(user, line, ct), ct);

    /// <summary>What came of a form that was opened there takes the place of what is there.</summary>
    public Task GiveAsync(string user, JsonObject view, CancellationToken ct) =>
        InTurnAsync(user, () => Task.FromResult(new HomeTab(view, IsDashboard: false, IsAway: false)), ct);

    /// <summary>Something changed somewhere: the dashboard is read again when its pause is over, and published if it looks different.</summary>
    public async Task RefreshAsync(HomeVisit visit, CancellationToken ct)
    {
        if (!await visit.Turn.WaitAsync(0, ct))
            return;

        try
        {
            if (visit is { IsStale: true, IsDashboard: true } && clock.GetUtcNow() >= visit.NotBefore)
                await PublishAsync(visit, () => ReadAsync(visit.User, DashboardCard.Line, ct), client.InBackground(), ct);
        }
        finally
        {
            visit.Turn.Release();
        }
    }

    private async Task<bool> InTurnAsync(string user, Func<Task<HomeTab>> read, CancellationToken ct)
    {
        var visit = visits.Of(user);
        await visit.Turn.WaitAsync(ct);
        try
        {
            return await PublishAsync(visit, read, client, ct);
        }
        finally
        {
            visit.Turn.Release();
        }
    }

    /// <returns>False when the database was away.</returns>
    private async Task<bool> PublishAsync(HomeVisit visit, Func<Task<HomeTab>> read, SlackClient by, CancellationToken ct)
    {
        var answer = await TryAsync(visit, read, by, ct);
        if (answer is SlackAnswer<PublishedReply>.Refused(Conflict))
        {
            // Another host or an earlier request published meanwhile: what is read now is newer than that.
            (visit.Hash, visit.Shown) = (null, null);
            answer = await TryAsync(visit, read, by, ct);
        }

        if (answer is not null and not SlackAnswer<PublishedReply>.Ok)
            log.NotPublished(visit.User, answer.Outcome);
        return !visit.IsAway;
    }

    /// <summary>Null where Slack shows the same already, or a dashboard that cannot be read anew just now.</summary>
    private async Task<SlackAnswer<PublishedReply>?> TryAsync(
        HomeVisit visit,
        Func<Task<HomeTab>> read,
        SlackClient by,
        CancellationToken ct
    )
    {
        visit.IsStale = false;
        var tab = await read();
        var text = tab.View.ToJsonString();
        visit.IsAway = tab.IsAway;
        visit.NotBefore = clock.GetUtcNow() + Pause;
        if (visit.Shown == text)
            return null;
        if (tab is { IsDashboard: true, IsAway: true } && visit is { IsDashboard: true, Shown: not null })
        {
            visit.IsStale = true;
            return null;
        }

        var answer = await by.PublishAsync(visit.User, tab.View, visit.Hash, ct);
        Note(visit, answer, text, tab is { IsDashboard: true, IsAway: false });
        return answer;
    }

    private void Note(HomeVisit visit, SlackAnswer<PublishedReply> answer, string text, bool isDashboard)
    {
        if (answer is SlackAnswer<PublishedReply>.Ok(var published))
        {
            (visit.Hash, visit.Shown, visit.IsDashboard) = (published.View?.Hash, text, isDashboard);
            return;
        }

        (visit.Hash, visit.Shown) = (null, null);
        visit.IsStale = answer is SlackAnswer<PublishedReply>.Later or SlackAnswer<PublishedReply>.Lost;
        visit.IsDashboard |= isDashboard && visit.IsStale;
        if (answer is SlackAnswer<PublishedReply>.Later(var after, _))
            visit.NotBefore = clock.GetUtcNow() + (after > Pause ? after : Pause);
    }

    private async Task<HomeTab> ReadAsync(string user, string line, CancellationToken ct)
    {
        var isDashboard = line == DashboardCard.Line;
        var reply = await desk.AnswerAsync(user, line, Conversation, ct);
        var view = messages.Home(reply?.Card ?? desk.Sorry(user), isDashboard, await desk.FormatAsync(user, ct));
        return new(view, isDashboard, reply is { IsAway: true });
    }

    /// <param name="IsAway">Whether it says that the database does not answer.</param>
    private sealed record HomeTab(JsonObject View, bool IsDashboard, bool IsAway);
}
