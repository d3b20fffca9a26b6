using Bot.Cards;
using Bot.Commands;
using Bot.Goals;
using Gamification.Goals;
using Storage;

namespace Bot.Forms.TeamGoals;

/// <summary><c>team-goal-close g1</c>: archives a goal for others; what it granted stays.</summary>
internal sealed class CloseGoalForm(GoalReader goals, AssignedRights rights, AssignedGoalDesk desk, TeamGoalsPage page, Refusals refusals)
    : IForm
{
    private const string Reason = "reason";
    private const int Longest = 500;

    public string Id => "team-goal-close";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return Refused(await RefuseAsync(WhoMay.Managers));
        if (await goals.GoalAsync(new(request.State), ct) is not { Assignment: not null, Archived: null } goal)
            return Refused(PlanAccess.Gone(request));
        if (await rights.MissingAsync(new(request.Person), goal.Subject, request.Now, ct) is { } right)
            return Refused(await RefuseAsync(right));

        return new FormOpening.Shown(Of(goal, request));

        Task<Card> RefuseAsync(FormattableString right) => refusals.RefuseAsync(request, Only, right, $"goal:{request.State}", ct);
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var reason = string.Join(' ', values.Lines(Reason));
        var answer = await desk.ArchiveAsync(
            new(request.Person),
            new(request.State),
            version: null,
            reason.Length == 0 ? null : reason,
            ct
        );
        return answer switch
        {
            AssignedAnswer.Done(var goal, _, _) => new FormOutcome.Done(
                await page.ListAsync(
                    request.Person,
                    request.Now,
                    request.Locale,
                    request.Say($"“{TeamGoalWords.Name(PlanTerms.Of(goal).Plan.Name)}” is archived. What it granted stays."),
                    ct
                )
            ),
            AssignedAnswer.NotNow(var faults) => new FormOutcome.Wrong([.. faults.Select(fault => new FieldError("", request.Say(fault)))]),
            AssignedAnswer.Forbidden(var right) => new FormOutcome.Done(refusals.Told(request, Only, right)),
            _ => new FormOutcome.Done(PlanAccess.Gone(request)),
        };
    }

    private static FormattableString Only(string who) => $"Only {who} can close this goal.";

    private static FormOpening.Instead Refused(Card card) => new(card);

    private Form Of(Goal goal, FormRequest request) =>
        new(
            Id,
            request.Say($"Close a goal"),
            [
                new FormPart.Text(request.Say($"“{TeamGoalWords.Name(PlanTerms.Of(goal).Plan.Name)}” counts no more from now on.")),
                new Field(Reason, request.Say($"Why?"), new FieldKind.LongText(Longest))
                {
                    IsRequired = false,
                    Hint = request.Say($"Kept in the audit"),
                },
            ],
            request.Say($"Close the goal"),
            goal.Id.Value
        )
        {
            Confirm = request.Say($"It is archived; what it granted stays, and it does not come back"),
        };
}
