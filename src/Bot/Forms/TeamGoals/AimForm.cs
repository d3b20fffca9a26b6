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
        if (Errors(draft, desk.Context, values, request) is { Count: > 0 } errors)
            return new FormOutcome.Wrong(errors);

        return TiersForm.Of(desk with { Draft = draft }, request, organisation) is { } next
            ? new FormOutcome.Next(next)
            : new FormOutcome.Wrong(PlanSteps.TooLong(request));
    }

    /// <summary>Of every field at once: what cannot be read, and where that is nothing what the plan says. What the next step asks is not wrong yet.</summary>
    private static IReadOnlyList<FieldError> Errors(PlanDraft draft, PlanContext context, FormReading values, FormRequest request)
    {
        var unread = values.Errors.Select(error => error.Field).ToHashSet(StringComparer.Ordinal);
        bool IsJudged(string field) => values.Has(field) && !unread.Contains(field);
        var faults = PlanCheck.Of(draft.Plan, context) is PlanChecked.Invalid(var found)
            ? found.Where(fault => IsJudged(PlanFields.FieldOf(fault.Field, draft.Plan)))
            : [];
        return [.. values.Errors, .. PlanFields.Errors(faults, draft.Plan, values.Has, request)];
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
