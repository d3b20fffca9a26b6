using Bot.Cards;
using Bot.Commands;
using Bot.Play;
using Bot.Texts;
using Gamification;
using Gamification.Announcements;
using Gamification.People;
using Storage;

namespace Bot.Forms;

/// <summary><c>settings</c>: what a person decides for themselves, and nobody for them.</summary>
internal sealed class SettingsForm(
    OwnSettings own,
    DirectoryReader directory,
    DirectoryDesk people,
    PreferenceDesk preferences,
    Refusals refusals,
    Organisation organisation
) : IForm
{
    private const string Notices = "notices";
    private const string Hints = "hints";
    private const string Shown = "publicity";
    private const string Alias = "alias";
    private const string Ranked = "ranked";
    private const string Spoken = "language";
    private const string Auto = "auto";

    public string Id => "settings";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        return request.State == request.Person.Id.Value
            ? new FormOpening.Shown(
                new(Id, format.Say($"Your settings"), [.. Fields(request.Person, format)], format.Say($"Save"), request.State)
            )
            : new FormOpening.Instead(
                await refusals.RefuseAsync(request, who => $"Only {who} can change these settings.", WhoMay.Owner, "settings", ct)
            );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (person, format) = (request.Person, new ReaderFormat(request.Locale, organisation));
        var alias = values.Text(Alias);
        var publicity = Enum.TryParse<Publicity>(values.Choice(Shown), out var chosen) ? chosen : Publicity.Named;
        if (publicity is Publicity.Alias && alias.Length == 0)
            values.Wrong(Alias, format.Say($"Write the name others see."));
        else if (alias.Length > 0 && alias != person.Alias && await own.ProblemAsync(person, alias, format, request.Now, ct) is { } problem)
            values.Wrong(Alias, problem);
        if (!values.IsRight)
            return new FormOutcome.Wrong(values.Errors);

        await SaveAsync(person, values, ct);
        PersonRecord Change(PersonRecord stored) =>
            stored with
            {
                Alias = alias.Length == 0 ? null : alias,
                Publicity = publicity,
                Ranked = values.IsOn(Ranked),
            };
        if (
            await directory.RecordAsync(person.Id, ct) is { } before
            && !PersonAbout.IsSame(before, Change(before))
            && await people.ChangePersonAsync(person.Id, Change, person.Id.Value, ct) is { } refusal
        )
            return new FormOutcome.Wrong(request.Say(PutRefusalWords.Of(refusal)));

        var after = await directory.FindAsync(person.Id, organisation.DayOf(request.Now), ct) ?? person;
        var spoken = new ReaderFormat(ReaderLocale.Of(after.Language, request.Locale), organisation);
        return new FormOutcome.Done(SettingsCard.Compose(after, ChannelRules.Saved(spoken), spoken));
    }

    private async Task SaveAsync(PersonView person, FormReading values, CancellationToken ct)
    {
        var on = values.Choices(Notices);
        var muted = NoticeKind
            .All.Where(kind => !on.Contains(kind.ToString(), StringComparer.Ordinal))
            .Aggregate(NoticeKinds.None, (off, kind) => off | kind);
        var language = values.Choice(Spoken) is { } name ? Language.Named(name)?.Name : null;
        await preferences.PreferAsync(person, muted, language, ct);
        if (values.IsOn(Hints) != person.Hints)
            await people.HintsAsync(person, values.IsOn(Hints), ct);
    }

    internal static IEnumerable<Field> Fields(PersonView person, ReaderFormat format) =>
        [
            new(
                Notices,
                format.Say($"What you are told"),
                new FieldKind.Choices([.. NoticeKind.All.Select(kind => new FormChoice(kind.ToString(), SettingsCard.Label(kind, format)))])
            )
            {
                Value = [.. NoticeKind.All.Where(kind => (person.Muted & kind) == NoticeKinds.None).Select(kind => kind.ToString())],
                IsRequired = false,
            },
            new(Hints, format.Say($"Hints"), new FieldKind.Toggle()) { Value = On(person.Hints), IsRequired = false },
            new(
                Shown,
                format.Say($"Others see you"),
                new FieldKind.Choice([
                    new(nameof(Publicity.Named), format.Say($"By name")),
                    new(nameof(Publicity.Alias), format.Say($"Under the alias")),
                    new(nameof(Publicity.None), format.Say($"In no public post")),
                ])
            )
            {
                Value = [person.Publicity.ToString()],
            },
            new(Alias, format.Say($"Alias"), new FieldKind.Text(OwnSettings.LongestAlias))
            {
                Value = person.Alias is { } alias ? [alias] : [],
                IsRequired = false,
            },
            new(Ranked, format.Say($"On the boards"), new FieldKind.Toggle()) { Value = On(person.Ranked), IsRequired = false },
            new(Spoken, format.Say($"Language"), new FieldKind.Choice(ChannelFields.LanguageChoices(format.Say($"Automatic"))))
            {
                Value = [person.Language ?? Auto],
            },
        ];

    private static IReadOnlyList<string> On(bool isOn) => isOn ? [Field.On] : [];
}
