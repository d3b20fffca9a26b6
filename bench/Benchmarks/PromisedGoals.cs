using System.Globalization;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Benchmarks;

/// <summary>
/// Managers' goals for every week, so many of which look at each rep: a third of the organisation, and for every team a third of the team
/// and a third of its members, each with three tiers that pay points and coins. Their targets lie spread over what a week brings.
/// </summary>
internal static class PromisedGoals
{
    /// <summary>What a rep does in a week: 20 activities a day.</summary>
    private const int WeekOfRep = 140;

    private static readonly Metric[] Metrics = [Metric.Quotes, Metric.Points, Metric.Revenue, Metric.Deals];

    public static async Task PublishAsync(PlayStore store, int count, int reps, CancellationToken ct)
    {
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await using var write = await store.BeginAsync(now, ct);
        foreach (var goal in Of(count, reps, now))
            await write.PutGoalAsync(goal, ct);

        await write.CommitAsync(ct);
    }

    private static IEnumerable<Goal> Of(int count, int reps, Instant now)
    {
        var teams = Enumerable.Range(0, reps).Select(Company.TeamOf).Distinct().ToList();
        for (var number = 0; number < count; number++)
            switch (number % 3)
            {
                case 0:
                    yield return Of($"org-{number}", SubjectId.Organisation, number, count, reps, now);
                    break;
                case 1:
                    foreach (var team in teams)
                        yield return Of($"team-{number}-{team}", SubjectId.OfTeam(new(team)), number, count, reps / teams.Count, now);
                    break;
                default:
                    foreach (var team in teams)
                        yield return Of($"members-{number}-{team}", SubjectId.MembersOf(new(team)), number, count, people: 1, now);
                    break;
            }
    }

    private static Goal Of(string id, SubjectId subject, int number, int count, int people, Instant now)
    {
        var metric = Metrics[number / 3 % Metrics.Length];
        var target = Math.Max(1, WeekOfRep * (number + 1) / count) * people * WorthOf(metric);
        var name = string.Create(CultureInfo.InvariantCulture, $"Goal {number}");
        return new(
            new(id),
            Owner: null,
            subject,
            metric,
            PeriodKind.Week,
            now,
            Archived: null,
            Replacement: null,
            Shared: true,
            Revision: 1,
            [
                new(1, new LocalDate(2020, 1, 1), Math.Max(1, target), now, "bench")
                {
                    Plan = new(name, new Dictionary<PersonId, long>(), IsBoardGoal: false, Tiers, null, Collective.Default, After: null),
                },
            ],
            []
        )
        {
            Assignment = new(now, IsShadow: false, Only: null),
        };
    }

    /// <summary>An activity in units of the metric, about: of five four are quotes of 10 points, one is a deal of 45,000.</summary>
    private static long WorthOf(Metric metric) =>
        metric switch
        {
            Metric.Points => 10,
            Metric.Revenue => 45_000_00 / 5,
            _ => 1,
        };

    private static IReadOnlyList<Tier> Tiers =>
        [
            new(TierKind.Base, null, new TierTrigger.Percent(100_00), [new Reward.Points(5)]),
            new(TierKind.Super, null, new TierTrigger.Percent(110_00), [new Reward.Coins(10)]),
            new(TierKind.Mega, null, new TierTrigger.Percent(125_00), [new Reward.Coins(20), new Reward.Points(10)]),
        ];
}
