using Gamification;
using Gamification.Goals;

namespace Bot.Forms.TeamGoals;

/// <summary><c>team-goal new</c> or <c>team-goal g1</c>: whose goal, what it asks and when. The first of three steps.</summary>
internal sealed class AimForm(PlanAccess access, Organisation organisation) : IForm
{
    public const string Name = "team-goal";

    public string Id => Name;

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (desk, instead) = await access.FindAsync(request, ct);
        return desk is null ? new FormOpening.Instead(instead!)
            : Of(desk, request, organisation) is { } form ? new FormOpening.Shown(form)
            : new FormOpening.Instead(PlanAccess.Gone(request));
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (desk, instead) = await access.FindAsync(request, ct);
        if (desk is null)
            return new FormOutcome.Done(instead!);

        var draft = new AimFields(desk, request.Locale, organisation).Read(values);
        if (!values.IsRight)
            return new FormOutcome.Wrong(values.Errors);

        // What the next step asks is not wrong yet.
        var errors = PlanCheck.Of(draft.Plan, desk.Context) is PlanChecked.Invalid(var faults)
            ? PlanFields.Errors(
                faults.Where(fault => values.Has(PlanFields.FieldOf(fault.Field, draft.Plan))),
                draft.Plan,
                values.Has,
                request
            )
            : [];
        if (errors.Count > 0)
            return new FormOutcome.Wrong(errors);

        return TiersForm.Of(desk with { Draft = draft }, request, organisation) is { } next
            ? new FormOutcome.Next(next)
            : new FormOutcome.Wrong(PlanSteps.TooLong(request));
    }

    /// <summary>Null where the draft is more than a form carries.</summary>
    public static Form? Of(PlanDesk desk, FormRequest request, Organisation organisation) =>
        desk.Draft.ToState() is { } state
            ? new(
                Name,
                request.Say($"{desk.TitleFor(request)} (1 of 3)"),
                new AimFields(desk, request.Locale, organisation).Parts,
                request.Say($"Next"),
                state
            )
            : null;
}
