using Bot.Play;
using Storage;

namespace Bot.Forms;

/// <summary><c>inbox-dismiss</c>: keeps a waiting activity listed, with the reason, without counting it.</summary>
internal sealed class DismissForm(InboxAccess access, QuarantineReader quarantine, DirectoryDesk desk) : IForm
{
    private const string Reason = "reason";
    private const int Longest = 500;

    public string Id => "inbox-dismiss";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (fact, instead) = await access.FindAsync(request, who => $"Only {who} can dismiss activities that wait.", ct);
        return fact is null
            ? new FormOpening.Instead(instead!)
            : new FormOpening.Shown(
                new(
                    Id,
                    request.Say($"Dismiss an activity"),
                    [
                        .. access.Preview(fact, request),
                        new Field(Reason, request.Say($"Why shall it not count?"), new FieldKind.LongText(Longest))
                        {
                            Hint = request.Say($"Kept in the audit, with your name"),
                        },
                    ],
                    request.Say($"Dismiss"),
                    request.State
                )
                {
                    Confirm = request.Say($"It will never count, and this cannot be taken back"),
                }
            );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var reason = string.Join(' ', values.Lines(Reason));
        return
            await quarantine.FindAsync(request.State, ct) is { } fact
            && await desk.DismissAsync(fact.Fact, request.Person.Id.Value, reason, ct)
            ? new FormOutcome.Done(await access.CardAsync(request, request.Say($"Dismissed: it stays listed and counts nowhere."), ct))
            : new FormOutcome.Wrong(request.Say($"It does not wait any more."));
    }
}
