using Bot.Cards;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Goals;

/// <summary>Gathers a person's goals for the card, whatever was done with them just now.</summary>
public sealed class GoalsPage(GoalReader goals, TimeProvider clock)
{
    /// <summary>Closed periods told of each goal.</summary>
    private const int Past = 4;

    public async Task<GoalsView> ReadAsync(PersonId person, PageWords page, GoalId? shown, CancellationToken ct)
    {
        var now = clock.Now(); // After what was done: a pause begins later than the request.
        var standings = await goals.OfAsync(person, person, now, ct);
        var past = new Dictionary<GoalId, IReadOnlyList<GoalStanding>>();
        foreach (var standing in standings)
            past[standing.Goal.Id] = await goals.HistoryAsync(standing.Goal.Id, Past, ct);

        return new(standings, past, page, shown);
    }
}
