using Bot.Cards;
using Bot.Commands;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Storage;

namespace Bot.Forms;

/// <summary><c>goal new</c> or <c>goal own-1</c>: a person's own goal. Nobody edits another's.</summary>
internal sealed class GoalForm(GoalReader goals, GoalDesk desk, GoalsPage page, Refusals refusals, Organisation organisation) : IForm
{
    private static Card Gone(FormRequest request) =>
        new(
            request.Say($"This goal is not here any more"),
            [
                new CardPart.Text(request.Say($"It was deleted, or another one took its place.")),
                new CardPart.Buttons([new(request.Say($"Your goals"), "goals")]),
            ]
        );

    public string Id => "goal";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        if (GoalAbout.Parse(request.State) is not { } about)
            return new FormOpening.Instead(Gone(request));
        if (about.Id is not { } id)
            return new FormOpening.Shown(
                new(
                    Id,
                    request.Say($"New goal"),
                    GoalFields.New(about.Type, request.Locale, organisation),
                    request.Say($"Create"),
                    about.ToString()
                )
            );
        if (await goals.FindAsync(id, period: null, request.Now, ct) is not { } standing)
            return new FormOpening.Instead(Gone(request));
        if (standing.Goal.Owner != request.Person.Id)
            return new FormOpening.Instead(
                await refusals.RefuseAsync(request, who => $"Only {who} can change this goal.", WhoMay.Owner, $"goal:{id}", ct)
            );

        var now = about with { Revision = standing.Goal.Revision };
        return new FormOpening.Shown(
            new(
                Id,
                request.Say($"Edit goal"),
                GoalFields.Of(standing, about.Proposed, request.Locale, organisation),
                request.Say($"Save"),
                now.ToString()
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        if (GoalFields.Read(values, organisation) is not { } typed)
            return new FormOutcome.Wrong(values.Errors);
        if (GoalAbout.Parse(request.State) is not { Id: { } id } about)
            return await MadeAsync(request, typed, ct);
        if (await goals.FindAsync(id, period: null, request.Now, ct) is not { Goal: var goal })
            return new FormOutcome.Wrong(request.Say($"This goal is not here any more."));

        var isSame = GoalCheck.Of(typed.Wish, organisation) is GoalChecked.Valid(var terms) && terms == GoalFields.TermsOf(goal);
        if (isSame && typed.Shared == goal.Shared)
            return await CardAsync(request, goal, request.Say($"Nothing changed: it was so already."), ct);
        if (about.Revision is { } seen && seen != goal.Revision)
            return new FormOutcome.Wrong(request.Say($"This goal changed meanwhile. Look at what you typed, then save again."));

        var answer = isSame ? new GoalAnswer.Done(goal) : await desk.EditAsync(request.Person.Id, id, typed.Wish, ct);
        return await SharedAsync(request, typed, answer, edited => SavedWords(edited, request), ct);
    }

    private async Task<FormOutcome> MadeAsync(FormRequest request, GoalTyped typed, CancellationToken ct) =>
        await SharedAsync(
            request,
            typed,
            await desk.CreateAsync(request.Person.Id, typed.Wish, ct),
            made => CountsWords(made.Goal, Format(request)),
            ct
        );

    private async Task<FormOutcome> SharedAsync(
        FormRequest request,
        GoalTyped typed,
        GoalAnswer answer,
        Func<GoalAnswer.Done, string> words,
        CancellationToken ct
    )
    {
        if (answer is GoalAnswer.Done(var goal, _) && goal.Shared != typed.Shared)
            if (await desk.ShareAsync(request.Person.Id, goal.Id, typed.Shared, ct) is GoalAnswer.Refused refused)
                answer = refused;

        return answer switch
        {
            GoalAnswer.Done done => await CardAsync(request, done.Goal, words(done), ct),
            GoalAnswer.Refused(var refusal) => new FormOutcome.Wrong([
                new(
                    refusal.Kind is GoalRefusalKind.Invalid ? refusal.Field : "",
                    $"{request.Say(refusal.Message)} {request.Say(refusal.Remedy)}"
                ),
            ]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string CountsWords(Goal goal, ReaderFormat format)
    {
        var name = GoalWords.Name(goal, format);
        return goal.Kind switch
        {
            PeriodKind.Week => format.Say($"It counts: {name}, with all of this week."),
            PeriodKind.Month => format.Say($"It counts: {name}, with all of this month."),
            _ => format.Say($"It counts: {name}, with all of this quarter."),
        };
    }

    private string SavedWords(GoalAnswer.Done done, FormRequest request)
    {
        var (goal, format) = (done.Goal, Format(request));
        var name = GoalWords.Name(goal, format);
        if (done.Replaced is not null)
            return format.Say($"Saved as a new goal: {name}. The old one is archived.");
        if (goal.Versions[^1].From <= organisation.DayOf(request.Now))
            return format.Say($"Saved: {name}. It holds at once.");

        return goal.Kind switch
        {
            PeriodKind.Week => format.Say($"Saved: {name}. It holds from next week on."),
            PeriodKind.Month => format.Say($"Saved: {name}. It holds from next month on."),
            _ => format.Say($"Saved: {name}. It holds from next quarter on."),
        };
    }

    private async Task<FormOutcome> CardAsync(FormRequest request, Goal goal, string words, CancellationToken ct)
    {
        var view = await page.ReadAsync(request.Person.Id, new(1, []), goal.Id, ct);
        return new FormOutcome.Done(DashboardWay.AndBack(GoalsCard.Compose(view with { Done = words }, Format(request)), Format(request)));
    }

    private ReaderFormat Format(FormRequest request) => new(request.Locale, organisation);
}
