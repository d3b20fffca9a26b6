using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <summary>People for who leads them: the list, and one of them after a change.</summary>
public static class PeopleCards
{
    private const int OnAPage = 8;

    /// <param name="words">What was searched for; empty for everybody.</param>
    public static Card List(IReadOnlyList<PersonView> people, string words, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(people, OnAPage);
        var line = words.Length == 0 ? "medalist people" : $"medalist people {words}";
        return new(
            format.Say($"People"),
            [
                .. Opening(people.Count, words, format),
                .. rows.Select(person => Row(person, format)),
                .. PageWords.Buttons(line, page, pages, format),
            ]
        );
    }

    private static IEnumerable<CardPart> Opening(int count, string words, ReaderFormat format)
    {
        if (count == 0 && words.Length == 0)
        {
            yield return new CardPart.Text(format.Say($"Nobody is in a team of yours yet."));
            yield return new CardPart.Text(
                format.Say($"An admin puts people into teams: /medalist person, or PUT /api/v1/people/{{id}}."),
                Tone.Subtle
            );
        }
        else if (words.Length > 0)
        {
            var sought = CleanText.Of(words, 40);
            yield return new CardPart.Text(
                count == 0
                    ? format.Say($"Nobody you may edit matches “{sought}”.")
                    : format.Count(
                        count,
                        $"{format.Number(count)} of your people match “{sought}”.",
                        $"{format.Number(count)} of your people match “{sought}”."
                    )
            );
            yield return new CardPart.Buttons([new(format.Say($"Everybody"), "medalist people")]);
        }
        else
            yield return new CardPart.Text(
                format.Count(
                    count,
                    $"{format.Number(count)} person. To find one: /medalist people and a name, an email or a team.",
                    $"{format.Number(count)} people. To find one: /medalist people and a name, an email or a team."
                ),
                Tone.Subtle
            );
    }

    private static CardPart.Entry Row(PersonView person, ReaderFormat format) =>
        new(
            BoardNames.Clean(person.Name),
            string.Join(
                " · ",
                [
                    Role(person.Role, format),
                    person.Team is { } team ? BoardNames.Clean(team.Name) : format.Say($"no team"),
                    .. person.Active ? Array.Empty<string>() : [format.Say($"inactive")],
                ]
            ),
            [
                new(format.Say($"Edit"), $"person {person.Id}", Answer.Form),
                new(format.Say($"Calendar"), $"calendar {person.Id}", Answer.Form),
            ]
        );

    public static Card Saved(PersonRecord person, IReadOnlyList<TeamView> teams, LocalDate today, bool isChanged, ReaderFormat format) =>
        new(
            BoardNames.Clean(person.Name),
            [
                isChanged
                    ? new CardPart.Text(format.Say($"Saved. What is open was counted again."), Tone.Good)
                    : new CardPart.Text(format.Say($"Nothing to change: it was so already.")),
                new CardPart.Facts([.. Facts(person, teams, today, format)]),
                new CardPart.Buttons([
                    new(format.Say($"Edit"), $"person {person.Id}", Answer.Form),
                    new(format.Say($"Calendar"), $"calendar {person.Id}", Answer.Form),
                    new(format.Say($"People"), "medalist people"),
                ]),
            ]
        );

    private static IEnumerable<Fact> Facts(PersonRecord person, IReadOnlyList<TeamView> teams, LocalDate today, ReaderFormat format)
    {
        yield return new(format.Say($"Role"), Role(person.Role, format));
        yield return new(format.Say($"Active"), person.Active ? format.Say($"Yes") : format.Say($"No"));
        foreach (var membership in person.Memberships.Where(membership => membership.To is not { } to || to > today).DefaultIfEmpty())
            yield return membership is null
                ? new(format.Say($"Team"), format.Say($"None", "team"))
                : new(format.Say($"Team"), Named(membership, teams, format));
        yield return new(format.Say($"On leaderboards"), person.Ranked ? format.Say($"Ranked") : format.Say($"Not ranked"));
        yield return new(
            format.Say($"Shown to others"),
            person.Publicity switch
            {
                Publicity.Alias => format.Say($"As {BoardNames.Clean(person.Alias ?? format.Say($"Somebody"))}"),
                Publicity.None => format.Say($"In no public post"),
                _ => format.Say($"By name"),
            }
        );
    }

    private static string Named(Membership membership, IReadOnlyList<TeamView> teams, ReaderFormat format)
    {
        var name = BoardNames.Clean(teams.FirstOrDefault(team => team.Id == membership.Team)?.Name ?? membership.Team.Value);
        return (membership.From, membership.To) switch
        {
            ({ } from, { } to) => format.Say($"{name}, since {format.Date(from)}, until {format.Date(to.PlusDays(-1))}"),
            ({ } from, null) => format.Say($"{name}, since {format.Date(from)}"),
            (null, { } to) => format.Say($"{name}, until {format.Date(to.PlusDays(-1))}"),
            _ => name,
        };
    }

    private static string Role(Role role, ReaderFormat format) =>
        role switch
        {
            Gamification.People.Role.Admin => format.Say($"Admin"),
            Gamification.People.Role.Manager => format.Say($"Manager"),
            _ => format.Say($"Rep"),
        };
}
