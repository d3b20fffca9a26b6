using Bot.Cards;
using Bot.Goals;
using Bot.Prizes;
using Gamification;
using Gamification.Rewards;

namespace Bot.Forms.Prizes;

/// <summary><c>prize-fulfil …</c>: a manager notes that a prize was handed out.</summary>
internal sealed class FulfilForm(PrizeAccess access, PrizeDesk desk, HandOutPage page, Organisation organisation)
    : HandOutForm(access, page, organisation)
{
    public override string Id => "prize-fulfil";

    protected override FormattableString Only(string who) => $"Only {who} can hand out this prize.";

    protected override Form With(Form form, FormRequest request) =>
        form with
        {
            Title = request.Say($"Hand out a prize"),
            Submit = request.Say($"Handed out"),
        };

    protected override FormattableString Done(string prize) => $"{prize} is handed out.";

    protected override Task<PrizeAnswer> ActAsync(GoalAuthor author, PrizeId prize, string? reason, CancellationToken ct) =>
        desk.FulfilAsync(author, prize, reason, ct);
}

/// <summary><c>prize-cancel …</c>: a manager cancels a prize; what was paid comes back.</summary>
internal sealed class CancelPrizeForm(PrizeAccess access, PrizeDesk desk, HandOutPage page, Organisation organisation)
    : HandOutForm(access, page, organisation)
{
    public override string Id => "prize-cancel";

    protected override FormattableString Only(string who) => $"Only {who} can cancel this prize.";

    protected override Form With(Form form, FormRequest request) =>
        form with
        {
            Title = request.Say($"Cancel a prize"),
            Submit = request.Say($"Cancel the prize"),
            Confirm = request.Say($"It is not handed out, and coins that were paid come back"),
        };

    protected override FormattableString Done(string prize) => $"{prize} is cancelled. Coins that were paid came back.";

    protected override Task<PrizeAnswer> ActAsync(GoalAuthor author, PrizeId prize, string? reason, CancellationToken ct) =>
        desk.CancelAsync(author, prize, reason, ct);
}

/// <summary>What a manager does with a prize of their teams, with a note for the audit.</summary>
internal abstract class HandOutForm(PrizeAccess access, HandOutPage page, Organisation organisation) : IForm
{
    private const string Reason = "reason";
    private const int Longest = 500;

    public abstract string Id { get; }

    protected abstract FormattableString Only(string who);

    /// <summary>Its title, its button, and what has to be ticked.</summary>
    protected abstract Form With(Form form, FormRequest request);

    protected abstract FormattableString Done(string prize);

    protected abstract Task<PrizeAnswer> ActAsync(GoalAuthor author, PrizeId prize, string? reason, CancellationToken ct);

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (prize, instead) = await access.OfTeamAsync(request, Only, ct);
        return prize is null
            ? new FormOpening.Instead(instead!)
            : new FormOpening.Shown(
                With(
                    new(
                        Id,
                        "",
                        [
                            new FormPart.Facts(await page.FactsAsync(prize, request, ct)),
                            new Field(Reason, request.Say($"A note"), new FieldKind.LongText(Longest))
                            {
                                IsRequired = false,
                                Hint = request.Say($"Kept in the audit"),
                            },
                        ],
                        "",
                        request.State
                    ),
                    request
                )
            );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (prize, instead) = await access.OfTeamAsync(request, Only, ct);
        if (prize is null)
            return new FormOutcome.Done(instead!);

        var reason = string.Join(' ', values.Lines(Reason));
        return
            await ActAsync(new(request.Person), prize.Id, reason.Length == 0 ? null : reason, ct) is var answer
            && answer is PrizeAnswer.Done(var after)
            ? new FormOutcome.Done(
                await page.ListAsync(
                    request.Person,
                    request.Now,
                    new(1, []),
                    new(request.Locale, organisation),
                    request.Say(Done(TeamGoalWords.Prize(after.Name))),
                    ct
                )
            )
            : access.Outcome(answer, Only, request);
    }
}
