using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Goals;
using Gamification;

namespace Bot.Forms.Posts;

/// <summary>
/// <c>post-again tier:g1:person:ana:2026-11:super</c>: what was posted about a goal is posted once more. The form that is shown carries
/// the number of the repetition, so that sending it twice posts once.
/// </summary>
internal sealed class RepeatForm(RepeatDesk desk, GoalPostsPage page, Refusals refusals, Organisation organisation) : IForm
{
    private static Card Gone(FormRequest request) =>
        new(
            request.Say($"This post is not here"),
            [
                new CardPart.Text(request.Say($"Nothing was ever posted about that.")),
                new CardPart.Buttons([new(request.Say($"Team goals"), TeamGoalsCard.Line, Primary: true)]),
            ]
        );

    public string Id => "post-again";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return new FormOpening.Instead(await RefuseAsync(request, WhoMay.Managers, ct));

        var (time, about) = Parse(request.State);
        return await desk.LookAsync(request.Person, about, request.Now, ct) switch
        {
            RepeatAnswer.Ready ready when time is null || time <= ready.Times + 1 => new FormOpening.Shown(
                await FormAsync(ready, time ?? ready.Times + 1, about, request, ct)
            ),
            RepeatAnswer.Forbidden(var right) => new FormOpening.Instead(await RefuseAsync(request, right, ct)),
            RepeatAnswer.Refused refused => new FormOpening.Instead(Not(refused, request)),
            _ => new FormOpening.Instead(Gone(request)),
        };
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (time, about) = Parse(request.State);
        return time is not { } wanted
            ? new FormOutcome.Wrong(request.Say($"Open the form again and send it."))
            : await desk.PostAsync(request.Person, about, wanted, ct) switch
            {
                RepeatAnswer.Done(var goal) => new FormOutcome.Done(
                    await page.ListAsync(
                        goal,
                        request.Now,
                        new(1, []),
                        request.Say($"It is posted once more."),
                        new(request.Locale, organisation),
                        ct
                    )
                ),
                RepeatAnswer.Forbidden(var right) => new FormOutcome.Done(refusals.Told(request, Only, right)),
                RepeatAnswer.Refused refused => new FormOutcome.Done(Not(refused, request)),
                _ => new FormOutcome.Done(Gone(request)),
            };
    }

    private async Task<Form> FormAsync(RepeatAnswer.Ready ready, int time, string about, FormRequest request, CancellationToken ct)
    {
        var (facts, card) = await page.ReadAsync(ready, request.Now, new(request.Locale, organisation), ct);
        return new(
            Id,
            request.Say($"Publish again"),
            [
                new FormPart.Facts(facts),
                new FormPart.Text(PlainText.Render(card with { Parts = [.. card.Parts.Where(part => part is not CardPart.Buttons)] })),
            ],
            request.Say($"Publish again"),
            string.Create(CultureInfo.InvariantCulture, $"{time} {about}")
        )
        {
            Confirm = request.Say($"Post it once more; everybody there sees it"),
        };
    }

    /// <summary>A button carries the key of a post alone, the form also which repetition it makes.</summary>
    private static (int? Time, string About) Parse(string state) =>
        state.Split(' ', 2) is [var number, var about]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
        && time > 0
            ? (time, about)
            : (null, state);

    private static Card Not(RepeatAnswer.Refused refused, FormRequest request) =>
        new(
            request.Say($"Not posted"),
            [
                new CardPart.Text($"{request.Say(refused.Message)} {request.Say(refused.Remedy)}", Tone.Warning),
                new CardPart.Buttons([new(request.Say($"Team goals"), TeamGoalsCard.Line)]),
            ]
        );

    private static FormattableString Only(string who) => $"Only {who} can post this again.";

    private Task<Card> RefuseAsync(FormRequest request, FormattableString right, CancellationToken ct) =>
        refusals.RefuseAsync(request, Only, right, $"post:{Parse(request.State).About}", ct);
}
