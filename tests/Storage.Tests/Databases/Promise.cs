using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;

namespace Storage.Tests.Databases;

/// <summary>Short words for managers' goals of every month, published in October 2026.</summary>
internal static class Promise
{
    public static readonly SubjectId North = SubjectId.OfTeam(new("north"));

    public static readonly SubjectId Members = SubjectId.MembersOf(new("north"));

    public static SubjectId Person(string id) => SubjectId.Of(new PersonId(id));

    public static Goal Goal(string id, SubjectId subject, Metric metric, long target, params IReadOnlyList<Tier> tiers) =>
        new(
            new(id),
            Owner: null,
            subject,
            metric,
            PeriodKind.Month,
            Company.At("2026-10-01 09:00"),
            Archived: null,
            Replacement: null,
            Shared: true,
            Revision: 1,
            [
                new(1, new(2026, 1, 1), target, Company.At("2026-10-01 09:00"), "mia")
                {
                    Plan = new(id, new Dictionary<PersonId, long>(), false, tiers, null, Collective.Default, null),
                },
            ],
            []
        )
        {
            Assignment = new(Company.At("2026-10-01 09:00"), IsShadow: false, Only: null),
        };

    public static Tier Base(params IReadOnlyList<Reward> rewards) => At(TierKind.Base, 100, rewards);

    public static Tier Super(params IReadOnlyList<Reward> rewards) => At(TierKind.Super, 110, rewards);

    public static Tier At(TierKind kind, int percent, params IReadOnlyList<Reward> rewards) =>
        new(kind, null, new TierTrigger.Percent(percent * 100), rewards);

    public static Reward Coins(long amount) => new Reward.Coins(amount);

    public static Reward Points(long amount) => new Reward.Points(amount);

    public static Reward Badge(string id) => new Reward.Badge(id);

    extension(Goal goal)
    {
        public Goal Planned(Func<GoalPlan, GoalPlan> change) =>
            goal with
            {
                Versions = [.. goal.Versions.Select(version => version with { Plan = change(version.Plan!) })],
            };

        public Goal Paying(Accelerator accelerator) => goal.Planned(plan => plan with { Accelerator = accelerator });

        public Goal Sharing(Sharing share) => goal.Planned(plan => plan with { Collective = plan.Collective with { Share = share } });

        public Goal If(long? everyMember = null, long? participation = null) =>
            goal.Planned(plan =>
                plan with
                {
                    Collective = plan.Collective with { EveryMember = everyMember * 100, Participation = participation * 100 },
                }
            );

        public Goal After(string first, TierKind tier = TierKind.Base, CountFrom from = CountFrom.Unlock) =>
            goal.Planned(plan => plan with { After = new(new(first), tier, from) });

        public Goal Every(PeriodKind kind) => goal with { Kind = kind };

        public Goal OnlyIn(Gamification.Time.Period period) =>
            goal with
            {
                Kind = period.Kind,
                Assignment = goal.Assignment! with { Only = period.Key },
            };
    }

    /// <summary>A manager's goal is made or changed, and counted in every period that is open.</summary>
    public static async Task PromiseAsync(this PlayStore store, Goal goal)
    {
        await using var write = await store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutGoalAsync(goal, CancellationToken.None);
        await write.RecountAsync(await write.RecountOfAsync(goal, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>What everybody has of every grant, and what accelerators paid; nothing equals none.</summary>
    public static async Task<IReadOnlyList<string>> RewardsAsync(this GameContext db)
    {
        var lines = await db.GrantLines.AsNoTracking().ToListAsync();
        var coins = await db.CoinEntries.AsNoTracking().ToListAsync();
        return
        [
            .. lines
                .GroupBy(line => $"{line.Goal}/{line.Subject}/{line.Tier}/{line.Period} {line.Recipient} {line.Reward}")
                .Select(of => (of.Key, Sum: of.Sum(line => line.Amount)))
                .Concat(
                    coins
                        .GroupBy(line => $"{line.Goal}/{line.Subject}/{line.Period}")
                        .Select(of => (of.Key, Sum: of.Sum(line => line.Amount)))
                )
                .Where(one => one.Sum != 0)
                .Select(one => $"{one.Key}: {one.Sum}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The same of a play that starts from nothing.</summary>
    public static IReadOnlyList<string> Rewards(this Outcome.Decided decided) =>
        [
            .. decided
                .GrantLines.GroupBy(line =>
                    $"{line.Grant.Scope.Goal}/{line.Grant.Scope.Subject}/{line.Grant.Tier}/{line.Grant.Scope.Period} {line.Recipient} {line.Reward}"
                )
                .Select(of => (of.Key, Sum: of.Sum(line => line.Amount)))
                .Concat(
                    decided
                        .Coins.GroupBy(line => $"{line.Scope.Goal}/{line.Scope.Subject}/{line.Scope.Period}")
                        .Select(of => (of.Key, Sum: of.Sum(line => line.Amount)))
                )
                .Where(one => one.Sum != 0)
                .Select(one => $"{one.Key}: {one.Sum}")
                .Order(StringComparer.Ordinal),
        ];
}
