using Bot.Cards;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Gathers a person's goals for the card, whatever was done with them just now.</summary>
public sealed class GoalsPage(
    GoalReader goals,
    AssignedGoalReader assigned,
    DirectoryReader directory,
    Organisation organisation,
    TimeProvider clock
)
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

        return new(standings, past, page, shown) { Assigned = await AssignedAsync(person, now, ct) };
    }

    /// <summary>What a person has to reach alone, and together with their team and everybody.</summary>
    public async Task<IReadOnlyList<AssignedStanding>> AssignedAsync(PersonId person, Instant now, CancellationToken ct)
    {
        var today = organisation.DayOf(now);
        var team = (await directory.FindAsync(person, today, ct))?.Team;
        IReadOnlyList<SubjectId> together = team is null ? [SubjectId.Organisation] : [SubjectId.OfTeam(team.Id), SubjectId.Organisation];
        var all = new List<AssignedStanding>(await assigned.OfAsync(person, now, ct));
        foreach (var goal in (await goals.AssignedAsync(ct)).Where(goal => IsOut(goal) && together.Contains(goal.Subject)))
            if (goal.PeriodAt(today).Contains(today) && await assigned.FindAsync(goal, goal.Subject, period: null, now, ct) is { } standing)
                all.Add(standing);

        return all;
    }

    private static bool IsOut(Goal goal) => goal is { Archived: null, Assignment: { Published: not null, IsShadow: false } };
}
