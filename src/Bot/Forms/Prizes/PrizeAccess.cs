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
            : (null, await RefuseAsync(request, OnlyOwner, WhoMay.Owner, ct));
    }

    /// <summary>For the managers of those the goal was for.</summary>
    public async Task<(Prize? Prize, Card? Instead)> OfTeamAsync(
        FormRequest request,
        Func<string, FormattableString> only,
        CancellationToken ct
    )
    {
        if (!PeopleRights.Leads(request.Person))
            return (null, await RefuseAsync(request, only, WhoMay.Managers, ct));
        if (await FindAsync(request, ct) is not { } prize)
            return (null, Gone(request));

        return await rights.MissingAsync(new(request.Person), prize.Id.Grant.Scope.Subject, request.Now, ct) is { } right
            ? (null, await RefuseAsync(request, only, right, ct))
            : (prize, null);
    }

    /// <summary>What could not be done, in a form or in its place.</summary>
    public FormOutcome Outcome(PrizeAnswer answer, Func<string, FormattableString> only, FormRequest request) =>
        answer switch
        {
            PrizeAnswer.Refused(var message, var remedy) => new FormOutcome.Wrong($"{request.Say(message)} {request.Say(remedy)}"),
            PrizeAnswer.Forbidden(var right) => new FormOutcome.Done(refusals.Told(request, only, right)),
            _ => new FormOutcome.Done(Gone(request)),
        };

    public static FormattableString OnlyOwner(string who) => $"Only {who} can redeem this prize.";

    private async Task<Prize?> FindAsync(FormRequest request, CancellationToken ct) =>
        GrantKeys.ParsePrize(request.State) is { } id ? await prizes.FindAsync(id, ct) : null;

    private Task<Card> RefuseAsync(
        FormRequest request,
        Func<string, FormattableString> only,
        FormattableString who,
        CancellationToken ct
    ) => refusals.RefuseAsync(request, only, who, $"prize:{request.State}", ct);
}
