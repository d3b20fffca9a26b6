using Bot.Cards;
using Bot.Channels;
using Gamification;
using Gamification.Activities;
using Gamification.People;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist status</c>: what waits, for admins.</summary>
public sealed class StatusReport(
    QuarantineReader quarantine,
    AnnouncementReader announcements,
    ChatStore chat,
    DirectoryReader directory,
    PlatformHealth health,
    Refusals refusals,
    Organisation organisation
)
{
    private const int Most = 1000;

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        if (request.Person.Role is not Role.Admin)
            return new(await refusals.RefuseAsync(request, "see the status", "an admin", "status", ct));

        var waiting = await quarantine.ListAsync(ct);
        var counts = new StatusCounts(
            waiting.Count,
            waiting.Count(fact => fact.Reason is FactReasons.NoRate),
            await CountAsync(DeliveryState.Pending, ct) + await CountAsync(DeliveryState.Sending, ct),
            await CountAsync(DeliveryState.Failed, ct),
            await CountAsync(DeliveryState.Unknown, ct)
        )
        {
            Troubles = [.. health.Troubles, .. await PausedAsync(new(request.Locale, organisation), ct)],
        };
        return new(StatusCard.Compose(counts, Most, new(request.Locale, organisation)));
    }

    private async Task<IReadOnlyList<string>> PausedAsync(ReaderFormat format, CancellationToken ct)
    {
        var teams = (await directory.TeamsAsync(ct)).ToDictionary(team => team.Id);
        return
        [
            .. (await chat.PausedAsync(ct)).Select(paused =>
                ChannelCards.PausedLine(paused.Id.Value, paused.Team is { } of ? teams.GetValueOrDefault(of) : null, paused.Because, format)
            ),
        ];
    }

    private async Task<int> CountAsync(DeliveryState state, CancellationToken ct) => (await announcements.ListAsync(state, Most, ct)).Count;
}
