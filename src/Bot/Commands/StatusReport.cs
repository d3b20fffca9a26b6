using Bot.Cards;
using Bot.Forms;
using Bot.Outbox;
using Gamification;

namespace Bot.Commands;

/// <summary><c>/medalist status [dismiss …]</c>: what is connected, what waits and what went wrong, for admins; for managers of their teams.</summary>
public sealed class StatusReport(
    StatusGathering gathering,
    TroubleAccess access,
    TroubleDesk desk,
    Refusals refusals,
    Organisation organisation
)
{
    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        if (request.Arguments is [_, "dismiss", var id])
            return await DismissAsync(request, id, format, ct);
        if (!PeopleRights.Leads(request.Person))
            return new(
                await refusals.RefuseAsync(request, who => $"Only {who} can see the status.", $"a manager or an admin", "status", ct)
            );

        return new(StatusCard.Compose(await gathering.ReadAsync(request.Person, request.Now, ct), said: null, format));
    }

    private async Task<CommandReply> DismissAsync(CommandRequest request, string id, ReaderFormat format, CancellationToken ct)
    {
        var (message, instead) = await access.FindAsync(id, request.Person, request.Now, format, ct);
        if (message is null)
            return new(instead!);

        var isDone = await desk.DismissAsync(message, request.Person.Id.Value, ct);
        CardPart.Text said = isDone ? new(format.Say($"Dismissed."), Tone.Good) : new(format.Say($"It was dismissed already."));
        return new(StatusCard.Compose(await gathering.ReadAsync(request.Person, request.Now, ct), said, format));
    }
}
