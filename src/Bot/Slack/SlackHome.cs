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
    public async Task OpenAsync(OpenedHome opened, CancellationToken ct)
    {
        var visit = visits.Of(opened.User);
        await visit.Turn.WaitAsync(ct);
        try
        {
            visit.Hash = opened.Hash;
            visit.IsStale = true;
            if (!visit.IsDashboard || clock.GetUtcNow() >= visit.NotBefore)
                await PublishAsync(visit, () => ReadAsync(visit.User, DashboardCard.Line, ct), client, ct);
        }
        finally
        {
            visit.Turn.Release();
        }
    }

    /// <summary>A button was pressed: the answer takes the place of what is there, at once.</summary>
    public Task ShowAsync(string user, string line, CancellationToken ct) => InTurnAsync(user, () => ReadAsync(user, line, ct), ct);

    /// <summary>What came of a form that was opened there takes the place of what is there.</summary>
    public Task GiveAsync(string user, JsonObject view, CancellationToken ct) =>
        InTurnAsync(user, () => Task.FromResult((view, false)), ct);

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

    private async Task InTurnAsync(string user, Func<Task<(JsonObject View, bool IsDashboard)>> read, CancellationToken ct)
    {
        var visit = visits.Of(user);
        await visit.Turn.WaitAsync(ct);
        try
        {
            await PublishAsync(visit, read, client, ct);
        }
        finally
        {
            visit.Turn.Release();
        }
    }

    private async Task PublishAsync(
        HomeVisit visit,
        Func<Task<(JsonObject View, bool IsDashboard)>> read,
        SlackClient by,
        CancellationToken ct
    )
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
    }

    /// <summary>Null where Slack shows the same already.</summary>
    private async Task<SlackAnswer<PublishedReply>?> TryAsync(
        HomeVisit visit,
        Func<Task<(JsonObject View, bool IsDashboard)>> read,
        SlackClient by,
        CancellationToken ct
    )
    {
        visit.IsStale = false;
        var (view, isDashboard) = await read();
        var text = view.ToJsonString();
        visit.NotBefore = clock.GetUtcNow() + Pause;
        if (visit.Shown == text)
            return null;

        var answer = await by.PublishAsync(visit.User, view, visit.Hash, ct);
        Note(visit, answer, text, isDashboard);
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

    private async Task<(JsonObject View, bool IsDashboard)> ReadAsync(string user, string line, CancellationToken ct)
    {
        var isDashboard = line == DashboardCard.Line;
        var reply = await desk.AnswerAsync(user, line, Conversation, ct);
        return (messages.Home(reply?.Card ?? desk.Sorry(user), isDashboard, await desk.FormatAsync(user, ct)), isDashboard);
    }
}
