using Bot.Cards;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Forms.TeamGoals;

/// <summary>The preview of a goal for others, and its publication. The last of three steps.</summary>
internal sealed class PublishForm(
    PlanAccess access,
    PlanPublishing publishing,
    AssignedGoalDesk desk,
    GoalReader goals,
    DirectoryReader directory,
    TeamGoalsPage page,
    Organisation organisation
) : IForm
{
    public const string Name = "team-goal-publish";

    public string Id => Name;

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (plan, instead) = await access.FindAsync(request, ct);
        return plan is null ? new FormOpening.Instead(instead!)
            : plan.Draft.Plan.Metric is not null && await publishing.FormAsync(plan, request, ct) is { } form ? new FormOpening.Shown(form)
            : new FormOpening.Instead(PlanAccess.Gone(request));
    }

    public async Task<FormOpening> BackAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (plan, instead) = await access.FindAsync(request, ct);
        return plan is null ? new FormOpening.Instead(instead!)
            : TiersForm.Of(
                plan with
                {
                    Draft = plan.Draft.Left(values, values.Form.Fields.Select(field => field.Id)),
                },
                request,
                organisation
            )
                is { } form
                ? new FormOpening.Shown(form)
            : new FormOpening.Instead(PlanAccess.Gone(request));
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (plan, instead) = await access.FindAsync(request, ct);
        if (plan is null)
            return new FormOutcome.Done(instead!);

        var wish = WishOf(plan, values);
        return await desk.PutAsync(new(request.Person), plan.Draft.Goal, _ => wish, ct) switch
        {
            AssignedAnswer.Done done => await DoneAsync(request, done, ct),
            AssignedAnswer.Invalid(var faults) => Wrong(faults, plan, request),
            AssignedAnswer.NotNow(var faults) => Wrong(faults, plan, request),
            AssignedAnswer.Conflict conflict => await ConflictAsync(plan, wish, conflict, request, ct),
            AssignedAnswer.Forbidden(var right) => new FormOutcome.Done(access.Refused(request, right)),
            _ => new FormOutcome.Done(PlanAccess.Gone(request)),
        };
    }

    private static AssignedWish WishOf(PlanDesk plan, FormReading values)
    {
        var act = values.Choice(PlanPublishing.Act);
        var reason = values.Text(PlanPublishing.Reason);
        return new(
            plan.Draft.Plan,
            IsDraft: act is PlanPublishing.Draft,
            IsShadow: act is PlanPublishing.Shadow,
            plan.Draft.Version,
            reason.Length == 0 ? null : reason,
            Enum.TryParse<GoalHold>(values.Choice(PlanPublishing.Holds), out var hold) ? hold : null
        );
    }

    private static FormOutcome.Wrong Wrong(IReadOnlyList<GoalFault> faults, PlanDesk plan, FormRequest request) =>
        new(PlanFields.Errors(faults, plan.Draft.Plan, _ => false, request));

    /// <summary>Sent twice it is done; else the form comes again on top of what others did, with what that was.</summary>
    private async Task<FormOutcome> ConflictAsync(
        PlanDesk plan,
        AssignedWish wish,
        AssignedAnswer.Conflict conflict,
        FormRequest request,
        CancellationToken ct
    )
    {
        if (await goals.GoalAsync(plan.Draft.Goal, ct) is not { Assignment: not null } stored)
            return new FormOutcome.Done(PlanAccess.Gone(request));
        if (IsDone(plan, wish, stored))
            return await DoneAsync(request, new(stored, stored.Versions[^1].From, []), ct);

        var people = await directory.PeopleAsync(organisation.DayOf(request.Now), ct);
        var next = plan with { Draft = plan.Draft with { Version = conflict.Version }, Stored = stored };
        return
            await publishing.FormAsync(next, request, ct, TeamGoalWords.Changed(conflict, people, new(request.Locale, organisation)))
                is { } form
            ? new FormOutcome.Next(form)
            : new FormOutcome.Wrong(PlanSteps.TooLong(request));
    }

    private bool IsDone(PlanDesk plan, AssignedWish wish, Goal stored)
    {
        if (PlanCheck.Of(wish.Plan, plan.Context) is not PlanChecked.Valid(var terms))
            return false;

        var wanted = AssignedChanges.Drafted(stored.Id, terms, wish.IsShadow, new(stored.Created, "", null), organisation);
        return WrittenGoal.Of(stored, organisation) with { Version = 0 } is var there
            && there.ToJson() == (WrittenGoal.Of(wanted, organisation) with { Version = 0, Draft = wish.IsDraft is true }).ToJson();
    }

    private async Task<FormOutcome> DoneAsync(FormRequest request, AssignedAnswer.Done done, CancellationToken ct) =>
        new FormOutcome.Done(
            await page.ListAsync(
                request.Person,
                request.Now,
                request.Locale,
                TeamGoalWords.Saved(done, organisation.DayOf(request.Now), new(request.Locale, organisation)),
                ct
            )
        );
}
