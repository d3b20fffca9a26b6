using Bot.Prizes;
using Storage;

namespace Bot.Forms.Grants;

/// <summary><c>grant-keep g1/team:emea/base/2026-11</c>: a collective grant stays although a late fact took it back.</summary>
internal sealed class KeepForm(GrantAccess access, GrantDesk desk) : GrantForm(access)
{
    public override string Id => "grant-keep";

    protected override Form Of(FormPart.Facts grant, FormRequest request) =>
        new(
            Id,
            request.Say($"Keep a grant"),
            [
                grant,
                new FormPart.Text(request.Say($"What was taken back is given again, and stays whatever facts say later.")),
                Why(request),
            ],
            request.Say($"Keep"),
            request.State
        )
        {
            Confirm = request.Say($"It is kept for good; this is not taken back"),
        };

    protected override async Task<FormOutcome> DecideAsync(
        GrantView grant,
        string reason,
        FormRequest request,
        FormReading values,
        CancellationToken ct
    ) =>
        await Access.OutcomeAsync(
            await desk.KeepAsync(new(request.Person), grant.Key, reason, ct),
            request.Say($"The grant is kept."),
            request,
            ct
        );
}
