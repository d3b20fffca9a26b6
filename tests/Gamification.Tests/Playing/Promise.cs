using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;

namespace Gamification.Tests.Playing;

/// <summary>Short words for managers' goals: of November 2026 where nothing else is said.</summary>
internal static class Promise
{
    public static readonly SubjectId North = SubjectId.OfTeam(new("north"));

    public static readonly SubjectId Members = SubjectId.MembersOf(new("north"));

    public static SubjectId Person(string id) => SubjectId.Of(new PersonId(id));

    /// <summary>Published before its period begins. The target as it is kept: quotes, cents, seconds, days.</summary>
    public static Goal Goal(string id, SubjectId subject, Metric metric, long target, params IReadOnlyList<Tier> tiers) =>
        new(
            new(id),
            Owner: null,
            subject,
            metric,
            PeriodKind.Month,
            Company.At("2026-10-20 09:00"),
            Archived: null,
            Replacement: null,
            Shared: true,
            Revision: 1,
            [
                new(1, new(2026, 10, 1), target, Company.At("2026-10-20 09:00"), "mia")
                {
                    Plan = new(id, new Dictionary<PersonId, long>(), false, tiers, null, Collective.Default, null),
                },
            ],
            []
        )
        {
            Assignment = new(Company.At("2026-10-20 09:00"), IsShadow: false, Only: null),
        };

    public static Tier Base(params IReadOnlyList<Reward> rewards) => At(TierKind.Base, 100, rewards);

    public static Tier Super(params IReadOnlyList<Reward> rewards) => At(TierKind.Super, 110, rewards);

    public static Tier Mega(params IReadOnlyList<Reward> rewards) => At(TierKind.Mega, 130, rewards);

    public static Tier At(TierKind kind, int percent, params IReadOnlyList<Reward> rewards) =>
        new(kind, null, new TierTrigger.Percent(percent * 100), rewards);

    public static Reward Coins(long amount) => new Reward.Coins(amount);

    public static Reward Points(long amount) => new Reward.Points(amount);

    extension(Goal goal)
    {
        /// <summary>Another plan of its only version.</summary>
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

        public Goal Every(PeriodKind kind) =>
            goal with
            {
                Kind = kind,
                Versions = [.. goal.Versions.Select(version => version with { From = new(2026, 1, 1) })],
            };

        public Goal OnlyIn(Time.Period period) =>
            goal with
            {
                Kind = period.Kind,
                Assignment = goal.Assignment! with { Only = period.Key },
                Versions = [.. goal.Versions.Select(version => version with { From = new(2026, 1, 1) })],
            };

        public Goal PublishedAt(string at) => goal with { Assignment = goal.Assignment! with { Published = Company.At(at) } };

        /// <summary>A second version, made in the running month.</summary>
        public Goal EditedAt(string at, long? target = null, Func<GoalPlan, GoalPlan>? plan = null) =>
            goal with
            {
                Versions =
                [
                    .. goal.Versions,
                    new(2, new(2026, 11, 1), target ?? goal.Versions[^1].Target, Company.At(at), "mia")
                    {
                        Plan = plan?.Invoke(goal.Versions[^1].Plan!) ?? goal.Versions[^1].Plan,
                    },
                ],
            };
    }

    extension(Company company)
    {
        /// <summary>The amounts of the grant lines of a recipient, in the order in which they were posted.</summary>
        public IReadOnlyList<long> Lines(string goal, string recipient, TierKind tier = TierKind.Base) =>
            [
                .. company
                    .Keeper.GrantLines.Where(line =>
                        line.Grant.Scope.Goal.Value == goal && line.Grant.Tier == tier && line.Recipient.Value == recipient
                    )
                    .OrderBy(line => line.Revision)
                    .Select(line => line.Amount),
            ];

        /// <summary>What each person has of a goal's grants, by id.</summary>
        public string Net(string goal) =>
            string.Join(
                ' ',
                company
                    .Keeper.GrantLines.Where(line => line.Grant.Scope.Goal.Value == goal)
                    .GroupBy(line => line.Recipient.Person?.Value ?? line.Recipient.Value)
                    .Where(lines => lines.Sum(line => line.Amount) != 0)
                    .OrderBy(lines => lines.Key, StringComparer.Ordinal)
                    .Select(lines => $"{lines.Key}:{lines.Sum(line => line.Amount)}")
            );

        public IReadOnlyList<TierKind> Granted(string goal) =>
            [.. company.Keeper.Grants.Keys.Where(grant => grant.Scope.Goal.Value == goal).Select(grant => grant.Tier)];

        public GoalProgress? Progress(string goal, string subject, string period = "2026-11") =>
            company.Keeper.GoalProgress.GetValueOrDefault(new(new(goal), new(subject), new(period)));

        /// <summary>Tiers that are reached now.</summary>
        public IReadOnlyList<TierKind> Tiers(string goal, string subject, string period = "2026-11") =>
            [.. Enum.GetValues<TierKind>().Where(tier => company.Progress(goal, subject, period)?.Tiers[tier].Since is not null)];

        public long Bonus(string person) =>
            company
                .Keeper.Entries.Where(entry => entry.Key.Person.Value == person && RuleNames.IsBonus(entry.Key.Rule))
                .Sum(entry => entry.Points);

        /// <summary>Counting everything again posts nothing, and nothing differs.</summary>
        public void IsRight()
        {
            Assert.Empty(company.Keeper.Verify());
            Assert.False(company.Keeper.RecountEverything());
        }
    }
}
