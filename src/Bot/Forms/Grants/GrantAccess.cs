using Bot.Cards;
using Bot.Commands;
using Bot.Goals;
using Bot.Prizes;
using Gamification;
using Gamification.Rewards;
using Storage;

namespace Bot.Forms.Grants;

/// <summary>The grant a form is about, for the managers of those its goal was for; a card for everybody else.</summary>
internal sealed class GrantAccess(
    GrantReader grants,
    GrantsPage page,
    TeamGoalsPage teams,
    AssignedRights rights,
    Refusals refusals,
    Organisation organisation
)
{
    private static Card Gone(FormRequest request) =>
        new(
            request.Say($"This grant is not here"),
            [
                new CardPart.Text(request.Say($"Nothing was granted by this key.")),
                new CardPart.Buttons([new(request.Say($"Grants"), "team-goals grants", Primary: true)]),
            ]
        );

    public async Task<(GrantView? Grant, Card? Instead)> FindAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return (null, await RefuseAsync(request, WhoMay.Managers, ct));
        if (GrantKeys.Parse(request.State) is not { } key || await grants.FindAsync(key, ct) is not { } grant)
            return (null, Gone(request));

        return await rights.MissingAsync(new(request.Person), key.Scope.Subject, request.Now, ct) is { } right
            ? (null, await RefuseAsync(request, right, ct))
            : (grant, null);
    }

    public async Task<IReadOnlyList<Fact>> FactsAsync(GrantView grant, FormRequest request, CancellationToken ct) =>
        GrantsCard.Facts(grant, await teams.NamesAsync(request.Now, ct), new(request.Locale, organisation));

    public async Task<FormOutcome> OutcomeAsync(GrantAnswer answer, string done, FormRequest request, CancellationToken ct) =>
        answer switch
        {
            GrantAnswer.Done => new FormOutcome.Done(
                GrantsCard.Compose(
                    await page.ReadAsync(request.Person, about: null, request.Now, ct) with
                    {
                        Done = done,
                    },
                    new(1, []),
                    new(request.Locale, organisation)
                )
            ),
            GrantAnswer.Refused(_, var message, var remedy) => new FormOutcome.Wrong($"{request.Say(message)} {request.Say(remedy)}"),
            GrantAnswer.Forbidden(var right) => new FormOutcome.Done(refusals.Told(request, Only, right)),
            _ => new FormOutcome.Done(Gone(request)),
        };

    private static FormattableString Only(string who) => $"Only {who} can change this grant.";

    private Task<Card> RefuseAsync(FormRequest request, FormattableString right, CancellationToken ct) =>
        refusals.RefuseAsync(request, Only, right, $"grant:{request.State}", ct);
}
