using Bot.Cards;
using Bot.Commands;
using Gamification;
using Storage;

namespace Bot.Forms;

/// <summary>The waiting fact a form is about, for who may decide on it; a card for everybody else.</summary>
internal sealed class InboxAccess(Inbox inbox, QuarantineReader quarantine, Refusals refusals, Organisation organisation)
{
    /// <param name="only">The sentence of who may: "Only {who} can accept activities that wait."</param>
    public async Task<(WaitingFact? Fact, Card? Instead)> FindAsync(
        FormRequest request,
        Func<string, FormattableString> only,
        CancellationToken ct
    )
    {
        var own = PeopleRights.Leads(request.Person) ? await inbox.OfAsync(request.Person, request.Now, ct) : [];
        if (own.FirstOrDefault(fact => fact.Id == request.State) is { } fact)
            return (fact, null);

        return PeopleRights.Leads(request.Person) && await quarantine.FindAsync(request.State, ct) is null
            ? (null, await CardAsync(request, request.Say($"It does not wait any more: somebody decided on it already."), ct))
            : (null, await refusals.RefuseAsync(request, only, $"a manager of the person or an admin", "inbox", ct));
    }

    /// <summary>The inbox as it is now, with what happened on top.</summary>
    public Task<Card> CardAsync(FormRequest request, string note, CancellationToken ct) =>
        inbox.ComposeAsync(request.Person, PageWords.Of([]), note, new(request.Locale, organisation), request.Now, ct);

    /// <summary>The fact in words, as it stands on the form.</summary>
    public IReadOnlyList<FormPart> Preview(WaitingFact fact, FormRequest request) =>
        [new FormPart.Facts(InboxCard.Facts(fact, new(request.Locale, organisation)))];
}
