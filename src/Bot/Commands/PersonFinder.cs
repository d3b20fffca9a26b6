using Bot.Cards;
using Gamification;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>What was found for the words that name a person.</summary>
/// <param name="Found">The one who was meant; null when it is nobody, or not clear.</param>
/// <param name="Candidates">Those it might be.</param>
public sealed record PersonFound(PersonView? Found, IReadOnlyList<PersonView> Candidates);

/// <summary>
/// Finds who is meant. Names are those the asker may know: who goes by an alias is found by it, not by their name, and who wants no
/// public post is found by nobody but managers and admins.
/// </summary>
public sealed class PersonFinder(DirectoryReader directory, Organisation organisation)
{
    private const int MostCandidates = 6;

    public async Task<PersonView?> OfMentionAsync(PersonMention mention, CommandRequest request, CancellationToken ct)
    {
        var day = organisation.DayOf(request.Now);
        if (mention.User is { } user)
            return await directory.FindByIdentityAsync(request.Place.Platform, user, day, ct);
        return await directory.FindAsync(new(mention.Person!), day, ct)
            ?? (await directory.PeopleAsync(day, ct)).FirstOrDefault(person => Same(person.Id.Value, mention.Person!));
    }

    /// <param name="words">A name or an email, with or without a leading <c>@</c>, in lower case.</param>
    public async Task<PersonFound> OfWordsAsync(string words, CommandRequest request, CancellationToken ct)
    {
        var wanted = words.TrimStart('@').Trim();
        if (wanted.Length == 0)
            return new(null, []);

        var people = await directory.PeopleAsync(organisation.DayOf(request.Now), ct);
        var known = people
            .Where(person => person.Active)
            .Select(person => (Person: person, Names: NamesOf(person, request.Person)))
            .ToList();
        var same = Those(known, name => Same(name, wanted));
        if (same.Count == 0)
            same = Those(known, name => name.Split(' ').Any(part => Same(part, wanted)));
        if (same.Count == 0)
            same = Those(known, name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || IsNear(name, wanted));
        return same.Count == 1 && IsCalled(same[0], wanted, request.Person) ? new(same[0], []) : new(null, [.. same.Take(MostCandidates)]);
    }

    /// <summary>Whether an asker may see who this is: managers of theirs and admins see everybody.</summary>
    public static bool IsManagerOf(PersonView asker, PersonView person) =>
        asker.Role is Role.Admin || (person.Team is { } team && asker.Manages.Contains(team.Id));

    private static List<PersonView> Those(List<(PersonView Person, IReadOnlyList<string> Names)> known, Func<string, bool> fits) =>
        [.. known.Where(one => one.Names.Any(fits)).Select(one => one.Person)];

    private static IReadOnlyList<string> NamesOf(PersonView person, PersonView asker) =>
        person.Publicity switch
        {
            _ when person.Id == asker.Id || IsManagerOf(asker, person) => [Plain(person.Name), person.Email, Plain(person.Alias ?? "")],
            Publicity.Named => [Plain(person.Name), person.Email],
            Publicity.Alias => [Plain(person.Alias ?? "")],
            _ => [],
        };

    /// <summary>A near miss is a question, a whole name or one of its words is an answer.</summary>
    private static bool IsCalled(PersonView person, string wanted, PersonView asker) =>
        NamesOf(person, asker).Any(name => Same(name, wanted) || name.Split(' ').Any(part => Same(part, wanted)));

    private static bool IsNear(string name, string wanted) =>
        wanted.Length is > 2 and < 40
        && name.Length is > 2 and < 60
        && name.Split(' ').Append(name).Any(part => EditDistance.Between(part.ToLowerInvariant(), wanted) * 3 <= part.Length);

    private static string Plain(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
