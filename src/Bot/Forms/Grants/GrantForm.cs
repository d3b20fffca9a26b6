using Bot.Cards;
using Storage;

namespace Bot.Forms.Grants;

/// <summary>What a manager decides about a grant of their teams, with the reason for the audit.</summary>
internal abstract class GrantForm(GrantAccess access) : IForm
{
    private const string Reason = "reason";
    private const int Longest = 500;

    public abstract string Id { get; }

    protected GrantAccess Access => access;

    protected static Field Why(FormRequest request) =>
        new(Reason, request.Say($"Why?"), new FieldKind.LongText(Longest)) { Hint = request.Say($"Kept in the audit, with your name") };

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (grant, instead) = await access.FindAsync(request, ct);
        return grant is null
            ? new FormOpening.Instead(instead!)
            : new FormOpening.Shown(Of(new FormPart.Facts(await access.FactsAsync(grant, request, ct)), request));
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (grant, instead) = await access.FindAsync(request, ct);
        return grant is null
            ? new FormOutcome.Done(instead!)
            : await DecideAsync(grant, string.Join(' ', values.Lines(Reason)), request, values, ct);
    }

    /// <param name="grant">As it stands, to be shown first.</param>
    protected abstract Form Of(FormPart.Facts grant, FormRequest request);

    protected abstract Task<FormOutcome> DecideAsync(
        GrantView grant,
        string reason,
        FormRequest request,
        FormReading values,
        CancellationToken ct
    );
}
