using Bot.Cards;
using Bot.Commands;
using Bot.Prizes;
using Gamification;
using Storage;

namespace Bot.Forms.Grants;

/// <summary><c>grant-recipients g1/team:emea/base/2026-11</c>: somebody is added to a collective grant, or left out.</summary>
internal sealed class RecipientsForm(GrantAccess access, GrantDesk desk, DirectoryReader directory, Organisation organisation) : IForm
{
    private const string Who = "who";
    private const string Act = "act";
    private const string Add = "add";
    private const string Remove = "remove";
    private const string Reason = "reason";
    private const int LongestReason = 500;
    private const int LongestWho = 200;

    public string Id => "grant-recipients";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (grant, instead) = await access.FindAsync(request, ct);
        return grant is null
            ? new FormOpening.Instead(instead!)
            : new FormOpening.Shown(
                new(
                    Id,
                    "Recipients",
                    [
                        new FormPart.Facts(await access.FactsAsync(grant, request, ct)),
                        new Field(Who, "Who", new FieldKind.Text(LongestWho)) { Hint = "An email or a name" },
                        new Field(
                            Act,
                            "What",
                            new FieldKind.Choice([new(Add, "Add them to the recipients"), new(Remove, "Leave them out")])
                        )
                        {
                            Value = [Add],
                        },
                        new Field(Reason, "Why?", new FieldKind.LongText(LongestReason)) { Hint = "Kept in the audit, with your name" },
                    ],
                    "Save",
                    request.State
                )
            );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (grant, instead) = await access.FindAsync(request, ct);
        if (grant is null)
            return new FormOutcome.Done(instead!);

        var people = await directory.PeopleAsync(organisation.DayOf(request.Now), ct);
        var found = PersonSearch.Among([.. people.Where(person => person.Active)], values.Text(Who).Split(' '));
        if (found is not [var person])
            return new FormOutcome.Wrong([
                new(Who, found.Count == 0 ? "Nobody is called so. Write an email." : "This names several people. Write an email."),
            ]);

        var isAdded = values.Choice(Act) is Add;
        return await access.OutcomeAsync(
            await desk.ChangeRecipientsAsync(
                new(request.Person),
                grant.Key,
                isAdded ? [person.Id] : [],
                isAdded ? [] : [person.Id],
                string.Join(' ', values.Lines(Reason)),
                ct
            ),
            $"{BoardNames.Clean(person.Name)} is {(isAdded ? "added to the recipients" : "left out")}.",
            request,
            ct
        );
    }
}
