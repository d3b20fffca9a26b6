using Bot.Cards;
using Bot.Forms;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist people [words]</c>: whom the asker may edit; and <c>/medalist person @ana</c>, which opens one of them at once.</summary>
public sealed class PeopleList(DirectoryReader directory, Refusals refusals, Organisation organisation)
{
    public async Task<CommandReply> RunAsync(CommandRequest request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return new(await refusals.RefuseAsync(request, who => $"Only {who} can edit people.", WhoMay.Managers, "people", ct));

        var page = PageWords.Of(words);
        var people = await OwnAsync(request, ct);
        var found = await FindAsync(request, people, page.Rest, ct);
        return new(PeopleCards.List(found, string.Join(' ', page.Rest), page, new(request.Locale, organisation)));
    }

    /// <param name="form">What is opened about the person: <c>person</c> or <c>calendar</c>.</param>
    public async Task<CommandReply> OpenAsync(CommandRequest request, string form, IReadOnlyList<string> words, CancellationToken ct)
    {
        var list = await RunAsync(request, words, ct);
        var found = PeopleRights.Leads(request.Person) ? await FindAsync(request, await OwnAsync(request, ct), words, ct) : [];
        return words.Count > 0 && found is [var only] ? list with { Opens = $"{new FormLine(form, only.Id.Value)}" } : list;
    }

    /// <summary>The people of the asker's teams; everybody for an admin.</summary>
    private async Task<IReadOnlyList<PersonView>> OwnAsync(CommandRequest request, CancellationToken ct) =>
        [
            .. (await directory.PeopleAsync(organisation.DayOf(request.Now), ct)).Where(person =>
                PeopleRights.MayEdit(request.Person, person)
            ),
        ];

    /// <summary>By mention, id or email; otherwise whose name, email or team has all the words.</summary>
    private async Task<IReadOnlyList<PersonView>> FindAsync(
        CommandRequest request,
        IReadOnlyList<PersonView> people,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        if (words is [var mention] && mention.StartsWith("<@", StringComparison.Ordinal))
        {
            var user = mention.Trim('<', '>', '@').Split('|')[0];
            var mentioned = await directory.FindByIdentityAsync(request.Place.Platform, user, organisation.DayOf(request.Now), ct);
            return [.. people.Where(person => person.Id == mentioned?.Id)];
        }

        return PersonSearch.Among(people, words);
    }
}
