using Bot.Cards;
using Bot.Play;
using Gamification;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Forms;

/// <summary><c>person</c>: who somebody is to the game. A manager of their team sets the team's days and whether they are active; the rest is an admin's.</summary>
internal sealed class PersonForm(PersonAccess access, DirectoryReader directory, DirectoryDesk desk, Organisation organisation) : IForm
{
    public string Id => "person";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (_, stored, instead) = await access.FindAsync(PersonAbout.Parse(request.State).Person, request, Only, ct);
        if (stored is null)
            return new FormOpening.Instead(instead!);

        var today = organisation.DayOf(request.Now);
        var fields = new PersonFields(
            stored,
            today,
            TeamsFor(request.Person, stored, today, await directory.TeamsAsync(ct)),
            request.Language
        );
        return new FormOpening.Shown(
            new(
                Id,
                CleanText.Of(stored.Name),
                PeopleRights.IsAdmin(request.Person) ? fields.ForAdmin : fields.ForManager,
                request.Say($"Save"),
                PersonAbout.Of(stored).ToString()
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var about = PersonAbout.Parse(request.State);
        var today = organisation.DayOf(request.Now);
        if (await directory.RecordAsync(about.Person, ct) is not { } stored)
            return new FormOutcome.Wrong(request.Say($"This person is not here any more."));

        var change = PersonFields.Read(values, today);
        KeepAdmin(values, request.Person, stored, change(stored));
        if (!values.IsRight)
            return new FormOutcome.Wrong(values.Errors);
        if (PersonAbout.IsSame(stored, change(stored)))
            return await DoneAsync(stored, today, isChanged: false, request, ct);
        if (about.IsOutdated(stored))
            return new FormOutcome.Wrong(request.Say($"Somebody changed this person meanwhile. Look at what you typed, then save again."));

        return await desk.ChangePersonAsync(about.Person, change, request.Person.Id.Value, ct) is { } refusal
            ? new FormOutcome.Wrong([new(FieldOf(refusal.Field), request.Say(PutRefusalWords.Of(refusal)))])
            : await DoneAsync((await directory.RecordAsync(about.Person, ct))!, today, isChanged: true, request, ct);
    }

    private static FormattableString Only(string who, string? name)
    {
        if (name is null)
            return $"Only {who} can edit people.";

        return $"Only {who} can edit {name}.";
    }

    private async Task<FormOutcome> DoneAsync(
        PersonRecord person,
        LocalDate today,
        bool isChanged,
        FormRequest request,
        CancellationToken ct
    ) =>
        new FormOutcome.Done(
            PeopleCards.Saved(person, await directory.TeamsAsync(ct), today, isChanged, new(request.Locale, organisation))
        );

    /// <summary>Whoever is the only one to give rights does not take them from themselves by mistake.</summary>
    private static void KeepAdmin(FormReading values, PersonView editor, PersonRecord stored, PersonRecord changed)
    {
        if (editor.Id != stored.Id || editor.Role is not Role.Admin)
            return;
        if (changed.Role is not Role.Admin)
            values.Wrong(PersonFields.Role, values.Say($"You would lose your own rights. Ask another admin to do it."));
        if (!changed.Active)
            values.Wrong(PersonFields.Active, values.Say($"You would lock yourself out. Ask another admin to do it."));
    }

    /// <summary>An admin gives any team; a manager one of their own, or leaves the person where they are.</summary>
    private static IReadOnlyList<TeamView> TeamsFor(PersonView editor, PersonRecord person, LocalDate today, IReadOnlyList<TeamView> teams)
    {
        var current = MembershipEdit.On(person.Memberships, today)?.Team;
        return
        [
            .. teams
                .Where(team => PeopleRights.IsAdmin(editor) || editor.Manages.Contains(team.Id) || team.Id == current)
                .OrderByDescending(team => team.Id == current)
                .Take(FieldKind.MostChoices - 1)
                .OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static string FieldOf(string pointer) =>
        pointer.StartsWith("/team", StringComparison.Ordinal) || pointer.EndsWith("/team", StringComparison.Ordinal) ? PersonFields.Team
        : pointer.StartsWith("/memberships", StringComparison.Ordinal) ? PersonFields.Since
        : "";
}
