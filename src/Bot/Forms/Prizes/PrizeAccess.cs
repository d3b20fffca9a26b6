using Bot.Cards;
using Bot.Commands;
using Bot.Goals;
using Bot.Prizes;
using Gamification.Goals;
using Gamification.Rewards;
using Storage;

namespace Bot.Forms.Prizes;

/// <summary>The prize a form is about, for who may do something with it; a card for everybody else.</summary>
internal sealed class PrizeAccess(PrizeReader prizes, AssignedRights rights, Refusals refusals)
{
    private const string Owner = "its owner";

    private static Card Gone(FormRequest request) =>
        new(
            request.Say($"This prize is not here"),
            [
                new CardPart.Text(request.Say($"There is no prize like this one.")),
                new CardPart.Buttons([new(request.Say($"Rewards"), "rewards", Primary: true)]),
            ]
        );

    /// <summary>For the person it was given to.</summary>
    public async Task<(Prize? Prize, Card? Instead)> OwnAsync(FormRequest request, CancellationToken ct)
    {
        if (await FindAsync(request, ct) is not { } prize)
            return (null, Gone(request));

        return prize.Id.Recipient == SubjectId.Of(request.Person.Id)
            ? (prize, null)
            : (null, await RefuseAsync(request, "redeem this prize", Owner, ct));
    }

    /// <summary>For the managers of those the goal was for.</summary>
    public async Task<(Prize? Prize, Card? Instead)> OfTeamAsync(FormRequest request, string what, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return (null, await RefuseAsync(request, what, "a manager of a team or an admin", ct));
        if (await FindAsync(request, ct) is not { } prize)
            return (null, Gone(request));

        return await rights.MissingAsync(new(request.Person), prize.Id.Grant.Scope.Subject, request.Now, ct) is { } right
            ? (null, await RefuseAsync(request, what, right, ct))
            : (prize, null);
    }

    /// <summary>What could not be done, in a form or in its place.</summary>
    public static FormOutcome Outcome(PrizeAnswer answer, string what, FormRequest request) =>
        answer switch
        {
            PrizeAnswer.Refused(var message, var remedy) => new FormOutcome.Wrong($"{request.Say(message)} {request.Say(remedy)}"),
            PrizeAnswer.Forbidden(var right) => new FormOutcome.Done(SituationCards.Refused(what, right)),
            _ => new FormOutcome.Done(Gone(request)),
        };

    private async Task<Prize?> FindAsync(FormRequest request, CancellationToken ct) =>
        GrantKeys.ParsePrize(request.State) is { } id ? await prizes.FindAsync(id, ct) : null;

    private Task<Card> RefuseAsync(FormRequest request, string what, string right, CancellationToken ct) =>
        refusals.RefuseAsync(request.Person, request.Now, what, right, $"prize:{request.State}", ct);
}
