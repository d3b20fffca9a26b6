using Bot.Cards;
using Bot.Commands;
using Gamification;
using Storage;

namespace Bot.Forms;

/// <summary>The person a form is about, for who may edit them; a card for everybody else.</summary>
internal sealed class PersonAccess(DirectoryReader directory, Refusals refusals, Organisation organisation)
{
    private const int LongestId = 100;

    private static Card Nobody(FormRequest request) =>
        new(
            request.Say($"Nobody of that name"),
            [
                new CardPart.Text(request.Say($"This person is not here any more, or never was.")),
                new CardPart.Buttons([new(request.Say($"People"), "medalist people", Primary: true)]),
            ]
        );

    /// <param name="only">The sentence of who may edit somebody, null for anybody: "Only {who} can edit {name}."</param>
    public async Task<(PersonView? View, PersonRecord? Stored, Card? Instead)> FindAsync(
        PersonId id,
        FormRequest request,
        Func<string, string?, FormattableString> only,
        CancellationToken ct
    )
    {
        var view = id.Value.Length <= LongestId ? await directory.FindAsync(id, organisation.DayOf(request.Now), ct) : null;
        if (view is not null && PeopleRights.MayEdit(request.Person, view) && await directory.RecordAsync(id, ct) is { } stored)
            return (view, stored, null);
        if (view is null && PeopleRights.Leads(request.Person))
            return (null, null, Nobody(request));

        var name = view is null ? null : BoardNames.ToOthers(view, new(request.Locale, organisation));
        var about = view?.Id.Value ?? "people";
        return (null, null, await refusals.RefuseAsync(request, who => only(who, name), WhoMay.Of(view?.Team), about, ct));
    }
}
