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
            "People",
            [.. Opening(people.Count, words, format), .. rows.Select(Row), .. PageWords.Buttons(line, page, pages, format)]
        );
    }

    private static IEnumerable<CardPart> Opening(int count, string words, ReaderFormat format)
    {
        if (count == 0 && words.Length == 0)
        {
            yield return new CardPart.Text("Nobody is in a team of yours yet.");
            yield return new CardPart.Text("An admin puts people into teams: /medalist person, or PUT /api/v1/people/{id}.", Tone.Subtle);
        }
        else if (words.Length > 0)
        {
            var found = count == 0 ? "Nobody you may edit matches" : $"{format.Number(count)} of your people match";
            yield return new CardPart.Text($"{found} “{CleanText.Of(words, 40)}”.");
            yield return new CardPart.Buttons([new("Everybody", "medalist people")]);
        }
        else
            yield return new CardPart.Text(
                $"{format.Number(count)} people. To find one: /medalist people and a name, an email or a team.",
                Tone.Subtle
            );
    }

    private static CardPart.Entry Row(PersonView person) =>
        new(
            BoardNames.Clean(person.Name),
            string.Join(
                " · ",
                [
                    person.Role.ToString(),
                    person.Team is { } team ? BoardNames.Clean(team.Name) : "no team",
                    .. person.Active ? Array.Empty<string>() : ["inactive"],
                ]
            ),
            [new("Edit", $"person {person.Id}", Answer.Form), new("Calendar", $"calendar {person.Id}", Answer.Form)]
        );

    public static Card Saved(PersonRecord person, IReadOnlyList<TeamView> teams, LocalDate today, bool isChanged, ReaderFormat format) =>
        new(
            BoardNames.Clean(person.Name),
            [
                isChanged
                    ? new CardPart.Text("Saved. What is open was counted again.", Tone.Good)
                    : new CardPart.Text("Nothing to change: it was so already."),
                new CardPart.Facts([.. Facts(person, teams, today, format)]),
                new CardPart.Buttons([
                    new("Edit", $"person {person.Id}", Answer.Form),
                    new("Calendar", $"calendar {person.Id}", Answer.Form),
                    new("People", "medalist people"),
                ]),
            ]
        );

    private static IEnumerable<Fact> Facts(PersonRecord person, IReadOnlyList<TeamView> teams, LocalDate today, ReaderFormat format)
    {
        yield return new("Role", person.Role.ToString());
        yield return new("Active", person.Active ? "Yes" : "No");
        foreach (var membership in person.Memberships.Where(membership => membership.To is not { } to || to > today).DefaultIfEmpty())
            yield return membership is null ? new("Team", "None") : new("Team", Named(membership, teams, format));
        yield return new("On leaderboards", person.Ranked ? "Ranked" : "Not ranked");
        yield return new(
            "Shown to others",
            person.Publicity switch
            {
                Publicity.Alias => $"As {BoardNames.Clean(person.Alias ?? "Somebody")}",
                Publicity.None => "In no public post",
                _ => "By name",
            }
        );
    }

    private static string Named(Membership membership, IReadOnlyList<TeamView> teams, ReaderFormat format)
    {
        var name = BoardNames.Clean(teams.FirstOrDefault(team => team.Id == membership.Team)?.Name ?? membership.Team.Value);
        var since = membership.From is { } from ? $", since {format.Date(from)}" : "";
        return membership.To is { } to ? $"{name}{since}, until {format.Date(to.PlusDays(-1))}" : $"{name}{since}";
    }
}
