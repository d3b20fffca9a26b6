using Bot.Cards;
using Bot.Commands;
using Bot.Prizes;
using Gamification;
using Storage;

namespace Bot.Forms.Grants;

/// <summary><c>grant-recipients g1/team:emea/base/2026-11</c>: somebody is added to a collective grant, or left out.</summary>
internal sealed class RecipientsForm(GrantAccess access, GrantDesk desk, DirectoryReader directory, Organisation organisation)
    : GrantForm(access)
{
    private const string Who = "who";
    private const string Act = "act";
    private const string Add = "add";
    private const string Remove = "remove";
    private const int LongestWho = 200;

    public override string Id => "grant-recipients";

    protected override Form Of(FormPart.Facts grant, FormRequest request) =>
        new(
            Id,
            request.Say($"Recipients"),
            [
                grant,
                new Field(Who, request.Say($"Who"), new FieldKind.Text(LongestWho)) { Hint = request.Say($"An email or a name") },
                new Field(
                    Act,
                    request.Say($"What"),
                    new FieldKind.Choice([
                        new(Add, request.Say($"Add them to the recipients")),
                        new(Remove, request.Say($"Leave them out")),
                    ])
                )
                {
                    Value = [Add],
                },
                Why(request),
            ],
            request.Say($"Save"),
            request.State
        );

    protected override async Task<FormOutcome> DecideAsync(
        GrantView grant,
        string reason,
        FormRequest request,
        FormReading values,
        CancellationToken ct
    )
    {
        var people = await directory.PeopleAsync(organisation.DayOf(request.Now), ct);
        var found = PersonSearch.Among([.. people.Where(person => person.Active)], values.Text(Who).Split(' '));
        if (found is not [var person])
            return new FormOutcome.Wrong([
                new(
                    Who,
                    found.Count == 0
                        ? request.Say($"Nobody is called so. Write an email.")
                        : request.Say($"This names several people. Write an email.")
                ),
            ]);

        var isAdded = values.Choice(Act) is Add;
        return await Access.OutcomeAsync(
            await desk.ChangeRecipientsAsync(
                new(request.Person),
                grant.Key,
                isAdded ? [person.Id] : [],
                isAdded ? [] : [person.Id],
                reason,
                ct
            ),
            isAdded
                ? request.Say($"{BoardNames.Clean(person.Name)} is added to the recipients.")
                : request.Say($"{BoardNames.Clean(person.Name)} is left out."),
            request,
            ct
        );
    }
}
