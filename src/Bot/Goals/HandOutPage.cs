using Bot.Cards;
using Bot.Forms;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>The prizes a manager hands out, with the names that belong to them.</summary>
public sealed class HandOutPage(TeamGoalsPage teams, GoalReader goals, DirectoryReader directory, Organisation organisation)
{
    /// <param name="done">What has just been done, in a line; null for a mere look.</param>
    public async Task<Card> ListAsync(
        PersonView reader,
        Instant now,
        PageWords asked,
        ReaderFormat format,
        string? done,
        CancellationToken ct
    )
    {
        var prizes = await teams.PrizesAsync(reader, now, ct);
        return HandOutCard.Compose(await WithNamesAsync(prizes, now, format, ct), asked, done, format);
    }

    internal async Task<IReadOnlyList<Fact>> FactsAsync(Prize prize, FormRequest request, CancellationToken ct) =>
        HandOutCard.Facts((await WithNamesAsync([prize], request.Now, Format(request), ct))[0], Format(request));

    private ReaderFormat Format(FormRequest request) => new(request.Locale, organisation);

    private async Task<IReadOnlyList<NamedPrize>> WithNamesAsync(
        IReadOnlyList<Prize> prizes,
        Instant now,
        ReaderFormat format,
        CancellationToken ct
    )
    {
        var people = await directory.PeopleAsync(organisation.DayOf(now), ct);
        var known = await directory.TeamsAsync(ct);
        var assigned = (await goals.AssignedAsync(ct)).ToDictionary(goal => goal.Id);
        return
        [
            .. prizes.Select(prize => new NamedPrize(
                prize,
                prize.Id.Recipient.Person is { } person
                    ? BoardNames.Clean(people.FirstOrDefault(one => one.Id == person)?.Name ?? format.Say($"somebody"))
                    : TeamGoalWords.Subject(prize.Id.Recipient, people, known, format),
                assigned.TryGetValue(prize.Id.Grant.Scope.Goal, out var goal) ? PlanTerms.Of(goal).Plan.Name : "",
                prize.Steps is [.., var last]
                    ? BoardNames.Clean(people.FirstOrDefault(one => one.Id.Value == last.By)?.Name ?? last.By)
                    : null
            )),
        ];
    }
}
