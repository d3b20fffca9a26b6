using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Explaining.Assigned;

/// <summary>Reads all that is told of a manager's goal.</summary>
internal sealed class GoalStories(
    GoalReader goals,
    AssignedGoalReader assigned,
    GoalTraceReader traces,
    GrantReader grants,
    PrizeReader prizes
)
{
    private const int MostGrants = 1_000;

    /// <summary>Null where the subject has no part in that period.</summary>
    public async Task<GoalStory?> ReadAsync(AskedGoal asked, WhyQuestion question, GoalNames names, Instant now, CancellationToken ct)
    {
        var goal = asked.Goal;
        if (asked.Subject is not { } subject || await assigned.FindAsync(goal, subject, asked.Period, now, ct) is not { } found)
            return null;

        var period = found.Standing.Period;
        var granted = await grants.ListAsync(goal.Id, period.Key, MostGrants, ct);
        return new(
            found,
            await traces.ReadAsync(goal, subject, period, ct),
            [.. granted.Where(grant => grant.Key.Scope.Subject == subject).OrderBy(grant => grant.Key.Tier)],
            await PrizesAsync(goal, subject, question, ct),
            question.Person,
            question.Owner is not null,
            await BeforeAsync(found, subject, now, ct),
            [.. (await goals.AssignedAsync([goal.Subject], ct)).Where(next => Follows(next, goal.Id))],
            names,
            question.Format,
            now
        );
    }

    private static bool Follows(Goal next, GoalId goal) => next is { Archived: null } && PlanTerms.Of(next).Plan.After?.Goal == goal;

    private async Task<IReadOnlyList<Gamification.Rewards.Prize>> PrizesAsync(
        Goal goal,
        SubjectId subject,
        WhyQuestion question,
        CancellationToken ct
    )
    {
        var recipients = new[] { goal.Subject, subject, SubjectId.Of(question.Person) }.Distinct();
        var given = new List<Gamification.Rewards.Prize>();
        foreach (var recipient in recipients)
            given.AddRange(await prizes.OfAsync(recipient, ct));

        return given;
    }

    private async Task<EarlierGoal?> BeforeAsync(AssignedStanding found, SubjectId subject, Instant now, CancellationToken ct)
    {
        if (found.Plan.After is not { } after || await goals.GoalAsync(after.Goal, ct) is not { } before)
            return null;

        PeriodKey? key = before.Assignment?.Only is null ? found.Standing.Period.Key : null;
        return new(before, TeamGoalWords.Name(PlanTerms.Of(before).Plan.Name), await assigned.FindAsync(before, subject, key, now, ct));
    }
}
