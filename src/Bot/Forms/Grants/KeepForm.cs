using Bot.Prizes;

namespace Bot.Forms.Grants;

/// <summary><c>grant-keep g1/team:emea/base/2026-11</c>: a collective grant stays although a late fact took it back.</summary>
internal sealed class KeepForm(GrantAccess access, GrantDesk desk) : IForm
{
    private const string Reason = "reason";
    private const int Longest = 500;

    public string Id => "grant-keep";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (grant, instead) = await access.FindAsync(request, ct);
        return grant is null
            ? new FormOpening.Instead(instead!)
            : new FormOpening.Shown(
                new(
                    Id,
                    "Keep a grant",
                    [
                        new FormPart.Facts(await access.FactsAsync(grant, request, ct)),
                        new FormPart.Text("What was taken back is given again, and stays whatever facts say later."),
                        new Field(Reason, "Why?", new FieldKind.LongText(Longest)) { Hint = "Kept in the audit, with your name" },
                    ],
                    "Keep",
                    request.State
                )
                {
                    Confirm = "It is kept for good; this is not taken back",
                }
            );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (grant, instead) = await access.FindAsync(request, ct);
        return grant is null
            ? new FormOutcome.Done(instead!)
            : await access.OutcomeAsync(
                await desk.KeepAsync(new(request.Person), grant.Key, string.Join(' ', values.Lines(Reason)), ct),
                "The grant is kept.",
                request,
                ct
            );
    }
}
