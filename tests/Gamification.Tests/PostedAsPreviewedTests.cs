using CsCheck;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>
/// What the engine posts is what a manager was shown before the goal was published: of random plans and facts, in any order of arrival,
/// also where deals were won and lost again in between. A failure prints the seed, which <c>CsCheck_Seed</c> plays again.
/// </summary>
public sealed class PostedAsPreviewedTests
{
    private static readonly Gen<Accelerator> Accelerators = Gen.Select(Plans.Accelerators, Gen.Bool, Gen.Int[1, 3].Nullable())
        .Select(
            (accelerator, isPoints, gate) =>
                accelerator with
                {
                    Unit = isPoints ? AcceleratorUnit.Points : AcceleratorUnit.Coins,
                    Gate = gate is { } least ? new Gate(Metric.Quotes, least) : null,
                }
        );

    private static readonly Gen<IReadOnlyList<Tier>> Tiers = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[1, 3], Gen.Int[1, 500])
        .Select(
            (super, mega, count, amount) =>
                (IReadOnlyList<Tier>)
                    [
                        .. new[]
                        {
                            Promise.Base(Promise.Coins(amount), Promise.Points(7)),
                            Promise.At(TierKind.Super, 100 + super, Promise.Points(amount)),
                            Promise.At(TierKind.Mega, 100 + super + mega, Promise.Coins(3), Promise.Coins(amount)),
                        }.Take(count),
                    ]
        );

    [Fact]
    public void At_each_of_the_seven_attainments_an_accelerator_posts_what_the_preview_shows() =>
        Gen.Select(Accelerators, Gen.Long[1_00, 100_000_00], Gen.Int[0, 6], Gen.Int)
            .Sample(
                (accelerator, target, place, seed) =>
                {
                    var goal = Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, target).Paying(accelerator);
                    var shown = PlanPreview.Of(PlanTerms.Of(goal), pointsEach: null).Paid[place];
                    var company = Arrived(goal, shown.Actual, quotes: 3, new(seed));

                    Assert.Equal(shown.Paid, Paid(company, accelerator.Unit));
                    company.IsRight();
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    [Fact]
    public void Tiers_and_accelerator_of_any_sum_cost_what_the_back_test_of_it_says() =>
        Gen.Select(Accelerators, Tiers, Gen.Long[1_00, 100_000_00], Gen.Int[0, 25_000], Gen.Int[0, 4], Gen.Int)
            .Sample(
                (accelerator, tiers, target, basisPoints, quotes, seed) =>
                {
                    var goal = Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, target, tiers).Paying(accelerator);
                    var actual = target * basisPoints / 10_000;
                    var company = Arrived(goal, actual, quotes, new(seed));
                    var cost = CostOf(goal, new(goal.Subject, actual) { Gate = quotes });

                    Assert.Equal((cost.Coins, cost.Points), (company.Keeper.Wallet("ann"), company.Bonus("ann")));
                    var shown = PlanPreview.Of(PlanTerms.Of(goal), pointsEach: null).Tiers;
                    Assert.Equal(
                        shown.TakeWhile(tier => tier.Value <= actual).Select(tier => tier.Tier.Kind),
                        company.Tiers("g", "person:ann")
                    );
                    company.IsRight();
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    [Fact]
    public void A_multiplier_posts_for_deals_of_50_points_what_the_preview_shows() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 30], Gen.Int[1, 30], Gen.Long[1, 200].Nullable(), Gen.Int[1, 10], Gen.Int[0, 6], Gen.Int)
            .Sample(
                (size, rate, more, cap, target, place, seed) =>
                {
                    var bands = new Band[]
                    {
                        new(100_00, 100_00 + size * 100, 1 + rate / 10m),
                        new(100_00 + size * 100, null, 1 + (rate + more) / 10m),
                    };
                    var goal = Promise
                        .Goal("g", Promise.Person("ann"), Metric.Deals, target)
                        .Paying(new Accelerator.Multiplier(bands, cap, Gate: null));
                    var shown = PlanPreview.Of(PlanTerms.Of(goal), pointsEach: 50).Paid[place];
                    var company = new Company(Company.Person("ann")).Has(goal);
                    var deals = Enumerable.Range(1, (int)shown.Actual).Select(i => company.Win($"2026-11-{i:00} 10:00", $"d{i}", 100));
                    Arrive(company, [.. deals], new(seed));

                    Assert.Equal(shown.Paid, company.Bonus("ann"));
                    company.IsRight();
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    [Fact]
    public void A_team_is_given_what_the_back_test_of_its_tiers_says() =>
        Gen.Select(Tiers, Gen.Enum<Sharing>(), Gen.Int[1, 12], Gen.Int[0, 3].Array[3], Gen.Int)
            .Sample(
                (tiers, share, target, brought, seed) =>
                {
                    string[] team = ["ann", "bob", "cyd"];
                    var goal = Promise.Goal("g", Promise.North, Metric.Deals, target, tiers).Sharing(share);
                    var company = new Company([.. team.Select(person => Company.Person(person, "north"))]).Has(goal);
                    var deals = team.Zip(brought)
                        .SelectMany(of =>
                            Enumerable
                                .Range(1, of.Second)
                                .Select(i => company.Win($"2026-11-{i:00} 10:00", $"{of.First}{i}", 100, of.First))
                        );
                    Arrive(company, [.. deals], new(seed));
                    var cost = CostOf(
                        goal,
                        new(goal.Subject, brought.Sum())
                        {
                            Members = [.. team.Zip(brought).Select(of => new Recipient(new(of.First), of.Second))],
                        }
                    );

                    Assert.Equal((cost.Coins, cost.Points), (team.Sum(company.Keeper.Wallet), team.Sum(company.Bonus)));
                    company.IsRight();
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    /// <summary>The sum in deals of any size, some of them raised or cut to it, and others that came and went.</summary>
    private static Company Arrived(Goal goal, long actual, int quotes, Random random)
    {
        var company = new Company(Company.Person("ann")).Has(goal);
        var facts = new List<Reported>();
        for (var (left, number) = (actual, 0); left > 0; number++)
        {
            var part = number == 6 ? left : random.NextInt64(left) + 1;
            left -= part;
            var isMoved = random.Next(3) == 0;
            facts.Add(Win(company, $"2026-11-{number + 2:00} 09:00", $"d{number}", isMoved ? random.NextInt64(2 * part) : part));
            if (isMoved)
                facts.Add(
                    company.Happens(
                        $"2026-11-{number + 3:00} 10:00",
                        new Activity.DealAmountChanged($"d{number}", Money.Of(part, Company.Organisation.Currency))
                    )
                );
        }

        for (var i = 0; i < random.Next(3); i++)
            facts.AddRange([
                Win(company, $"2026-11-{i + 4:00} 11:00", $"x{i}", random.NextInt64(2 * actual + 1)),
                company.Reopen($"2026-11-{i + 5:00} 12:00", $"x{i}"),
            ]);
        for (var i = 0; i < quotes; i++)
            facts.Add(company.Quote($"2026-11-{i + 3:00} 13:00", $"q{i}"));

        Arrive(company, [.. facts], random);
        return company;
    }

    private static Reported Win(Company company, string at, string deal, long cents) =>
        company.Happens(at, new Activity.DealClosed(deal, Company.Mail("ann"), true, Money.Of(cents, Company.Organisation.Currency)));

    private static void Arrive(Company company, Reported[] facts, Random random)
    {
        random.Shuffle(facts);
        foreach (var group in facts.Chunk(1 + random.Next(5)))
            company.Play(group);
    }

    private static long Paid(Company company, AcceleratorUnit unit) =>
        unit is AcceleratorUnit.Coins ? company.Keeper.Wallet("ann") : company.Bonus("ann");

    private static RewardCost CostOf(Goal goal, PastActual actual) => BackTest.Of(PlanTerms.Of(goal), [new(new("2026-11"), [actual])]).Cost;
}
