using Bot.Cards;
using Bot.Commands;
using Bot.Play;
using Gamification;
using Gamification.Activities;
using Storage;

namespace Bot.Forms;

/// <summary><c>inbox-link</c>: who an owner of the CRM is. Everything that waited for the owner counts at once.</summary>
internal sealed class LinkForm(
    InboxAccess access,
    QuarantineReader quarantine,
    DirectoryReader directory,
    DirectoryDesk desk,
    Organisation organisation
) : IForm
{
    private const string Person = "person";

    public string Id => "inbox-link";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (fact, instead) = await access.FindAsync(request, who => $"Only {who} can link owners to people.", ct);
        if (fact is null)
            return new FormOpening.Instead(instead!);
        if (fact.Owner is null || fact.Reason != FactReasons.UnknownOwner)
            return new FormOpening.Instead(
                await access.CardAsync(request, request.Say($"Its owner is known. Accept it or dismiss it."), ct)
            );

        return new FormOpening.Shown(
            new(
                Id,
                request.Say($"Link an owner"),
                [.. access.Preview(fact, request), WhoIsIt(await CandidatesAsync(request, ct), request)],
                request.Say($"Link"),
                request.State
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        if (await quarantine.FindAsync(request.State, ct) is not { Owner: { } owner } fact)
            return new FormOutcome.Wrong(request.Say($"It does not wait any more."));
        if (Chosen(values, await CandidatesAsync(request, ct)) is not { } person)
            return new FormOutcome.Wrong(values.Errors);

        var before = await WaitingForAsync(fact, owner, ct);
        if (await desk.LinkAsync(fact.Fact.Connection, owner, person.Id, request.Person.Id.Value, ct) is { } refusal)
            return new FormOutcome.Wrong([new(Person, request.Say(PutRefusalWords.Of(refusal)))]);

        var counted = before - await WaitingForAsync(fact, owner, ct);
        var format = new ReaderFormat(request.Locale, organisation);
        var (who, name) = (CleanText.Of(owner, 40), BoardNames.Clean(person.Name));
        var note =
            counted == 1
                ? format.Say($"{who} is {name} now: the activity that waited counts.")
                : format.Say($"{who} is {name} now: {format.Number(counted)} activities that waited count.");
        return new FormOutcome.Done(await access.CardAsync(request, note, ct));
    }

    /// <summary>A list where it fits into one; otherwise a name to type.</summary>
    private static Field WhoIsIt(IReadOnlyList<PersonView> people, FormRequest request) =>
        people.Count <= FieldKind.MostChoices
            ? new(
                Person,
                request.Say($"Who is it?"),
                new FieldKind.Choice([.. people.Select(person => new FormChoice(person.Id.Value, Named(person)))])
            )
            : new(Person, request.Say($"Who is it?"), new FieldKind.Text()) { Hint = request.Say($"A name, an email or an id") };

    private static PersonView? Chosen(FormReading values, IReadOnlyList<PersonView> people)
    {
        var typed = values.Text(Person);
        var found =
            people.Count <= FieldKind.MostChoices
                ? people.Where(person => person.Id.Value == typed).ToList()
                : PersonSearch.Among(people, typed.Split(' '));
        if (found is [var only])
            return only;

        values.Wrong(
            Person,
            found.Count == 0
                ? values.Say($"Nobody of your people is called so. Write a name, an email or an id.")
                : values.Say($"Several match: {string.Join(", ", found.Take(3).Select(Named))}. Write the email or the id.")
        );
        return null;
    }

    private async Task<IReadOnlyList<PersonView>> CandidatesAsync(FormRequest request, CancellationToken ct) =>
        [
            .. (await directory.PeopleAsync(organisation.DayOf(request.Now), ct)).Where(person =>
                PeopleRights.MayEdit(request.Person, person)
            ),
        ];

    private async Task<int> WaitingForAsync(WaitingFact fact, string owner, CancellationToken ct) =>
        (await quarantine.ListAsync(ct)).Count(waiting =>
            waiting.Fact.Connection == fact.Fact.Connection && string.Equals(waiting.Owner, owner, StringComparison.OrdinalIgnoreCase)
        );

    private static string Named(PersonView person) =>
        person.Team is { } team ? $"{BoardNames.Clean(person.Name)} ({BoardNames.Clean(team.Name)})" : BoardNames.Clean(person.Name);
}
