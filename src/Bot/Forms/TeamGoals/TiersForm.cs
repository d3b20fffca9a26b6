using Gamification;
using Gamification.Goals;

namespace Bot.Forms.TeamGoals;

/// <summary>The tiers of a goal, what is given for them, and what unlocks it. The second of three steps.</summary>
internal sealed class TiersForm(PlanAccess access, PlanPublishing publishing, Organisation organisation) : IForm
{
    public const string Name = "team-goal-tiers";

    public string Id => Name;

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (desk, instead) = await access.FindAsync(request, ct);
        return desk is null ? new FormOpening.Instead(instead!)
            : desk.Draft.Plan.Metric is not null && Of(desk, request, organisation) is { } form ? new FormOpening.Shown(form)
            : new FormOpening.Instead(PlanAccess.Gone(request));
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (desk, instead) = await access.FindAsync(request, ct);
        if (desk is null)
            return new FormOutcome.Done(instead!);

        var draft = new TierFields(desk, request.Locale, organisation).Read(values);
        if (!values.IsRight)
            return new FormOutcome.Wrong(values.Errors);
        if (PlanCheck.Of(draft.Plan, desk.Context) is PlanChecked.Invalid(var faults))
            return new FormOutcome.Wrong(PlanFields.Errors(faults, draft.Plan, values.Has, request));

        return await publishing.FormAsync(desk with { Draft = draft.Gone(values.Form) }, request, ct) is { } next
            ? new FormOutcome.Next(next)
            : new FormOutcome.Wrong(PlanSteps.TooLong(request));
    }

    public async Task<FormOpening> BackAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (desk, instead) = await access.FindAsync(request, ct);
        if (desk is null)
            return new FormOpening.Instead(instead!);

        var draft = new TierFields(desk, request.Locale, organisation).Read(values);
        var left = draft.Gone(values.Form).Left(values, values.Errors.Select(error => error.Field));
        return AimForm.Of(desk with { Draft = left }, request, organisation) is { } form
            ? new FormOpening.Shown(form)
            : new FormOpening.Instead(PlanAccess.Gone(request));
    }

    /// <summary>Null where the draft is more than a form carries.</summary>
    public static Form? Of(PlanDesk desk, FormRequest request, Organisation organisation) =>
        desk.Draft.ToState() is { } state
            ? desk.Draft.Fill(
                new(
                    Name,
                    request.Say($"{desk.TitleFor(request)} (2 of 3)"),
                    new TierFields(desk, request.Locale, organisation).Parts,
                    request.Say($"Preview"),
                    state
                )
                {
                    HasBack = true,
                }
            )
            : null;
}
