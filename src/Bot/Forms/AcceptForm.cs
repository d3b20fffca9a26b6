using Bot.Cards;
using Bot.Play;
using Storage;

namespace Bot.Forms;

/// <summary><c>inbox-accept</c>: lets a waiting activity count, now if it was too old.</summary>
internal sealed class AcceptForm(InboxAccess access, QuarantineReader quarantine, DirectoryDesk desk) : IForm
{
    public string Id => "inbox-accept";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (fact, instead) = await access.FindAsync(request, who => $"Only {who} can accept activities that wait.", ct);
        return fact is null
            ? new FormOpening.Instead(instead!)
            : new FormOpening.Shown(
                new(
                    Id,
                    request.Say($"Accept an activity"),
                    [
                        .. access.Preview(fact, request),
                        new FormPart.Text(
                            request.Say(
                                $"It counts like every late activity: on the day it came, unless its own week, month and quarter are still open. What is closed stays as it is."
                            )
                        ),
                    ],
                    request.Say($"Accept"),
                    request.State
                )
            );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        if (await quarantine.FindAsync(request.State, ct) is not { } fact)
            return new FormOutcome.Wrong(request.Say($"It does not wait any more."));

        return await desk.AcceptAsync(fact.Fact, request.Person.Id.Value, ct) is { } why
            ? new FormOutcome.Wrong(request.Say($"{request.Say(why)} Link its owner, or have an admin enter the rate; or dismiss it."))
            : new FormOutcome.Done(await access.CardAsync(request, request.Say($"Accepted: it counts."), ct));
    }
}
