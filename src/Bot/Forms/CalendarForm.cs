using Bot.Cards;
using Bot.Play;
using Gamification;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Forms;

/// <summary><c>calendar</c>: when somebody works. Zone, days and hours hold from a day on; holidays and time off at once.</summary>
internal sealed class CalendarForm(PersonAccess access, DirectoryReader directory, DirectoryDesk desk, Organisation organisation) : IForm
{
    /// <summary>More does not fit into one text of a form.</summary>
    private const int MostLetters = 2800;

    public string Id => "calendar";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (_, stored, instead) = await access.FindAsync(PersonAbout.Parse(request.State).Person, request, Only, ct);
        if (stored is null)
            return new FormOpening.Instead(instead!);

        var fields = new CalendarFields(
            stored.Calendar,
            organisation.Zone,
            organisation.DayOf(request.Now),
            new(request.Locale, organisation)
        );
        return fields.Longest > MostLetters
            ? new FormOpening.Instead(TooMany(stored, request))
            : new FormOpening.Shown(
                new(
                    Id,
                    request.Say($"Working calendar"),
                    [new FormPart.Text(CleanText.Of(stored.Name)), .. fields.All],
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

        var change = CalendarFields.Read(values, organisation.Zone, today);
        if (change is null || !values.IsRight)
            return new FormOutcome.Wrong(values.Errors);

        var format = new ReaderFormat(request.Locale, organisation);
        PersonRecord Change(PersonRecord person) => person with { Calendar = change(person.Calendar) };
        if (PersonAbout.IsSame(stored, Change(stored)))
            return new FormOutcome.Done(CalendarCard.Saved(stored, organisation.Zone, isChanged: false, today, format));
        if (about.IsOutdated(stored))
            return new FormOutcome.Wrong(request.Say($"Somebody changed this person meanwhile. Look at what you typed, then save again."));
        if (await desk.ChangePersonAsync(about.Person, Change, request.Person.Id.Value, ct) is { } refusal)
            return new FormOutcome.Wrong(request.Say(PutRefusalWords.Of(refusal)));

        return new FormOutcome.Done(CalendarCard.Saved(Change(stored), organisation.Zone, isChanged: true, today, format));
    }

    private static FormattableString Only(string who, string? name)
    {
        if (name is null)
            return $"Only {who} can edit the calendar of people.";

        return $"Only {who} can edit the calendar of {name}.";
    }

    private static Card TooMany(PersonRecord person, FormRequest request) =>
        new(
            request.Say($"Too many days for a form"),
            [
                new CardPart.Text(
                    request.Say(
                        $"{BoardNames.Clean(person.Name)} has more single days off than fit into a form. An admin changes them by the API: PUT /api/v1/people/{person.Id}."
                    )
                ),
            ]
        );
}
