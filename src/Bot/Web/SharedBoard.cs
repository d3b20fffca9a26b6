using Bot.Commands;
using Bot.Outbox;
using Gamification;
using Gamification.Announcements;
using Gamification.Points;
using Storage;

namespace Bot.Web;

/// <summary>Posts a board that a person shared to a channel of the page. It is planned like every other announcement: ids and figures, no names.</summary>
internal sealed class SharedBoard(PlayStore store, CommandTable commands, BoardGathering boards, PageClock clock, OutboxSignal signal)
{
    public async Task PostAsync(ChannelId channel, PersonView by, string line, CancellationToken ct)
    {
        var choice = BoardAsked.Parse(commands.Parse(line).Arguments).Choice;
        var team = await boards.TeamOfAsync(choice, by.Team, ct);
        var board = team is null ? BoardKey.Organisation : BoardKey.Team(team.Id);
        var period = choice.PeriodOn(clock.Today).Key;
        var about = $"board:{board}:{period}:{Guid.NewGuid():N}:shared";
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["board"] = board.Value, ["period"] = period.Value };
        if (choice.By is { } measure)
            data["by"] = measure.ToString().ToLowerInvariant();

        await using var write = await store.BeginAsync(clock.Instant, ct);
        await write.PlanAsync([new("board.shared", about, new Recipient.Channel(channel), about, Position: null, data)], ct);
        await write.CommitAsync(ct);
        signal.Raise();
    }
}
