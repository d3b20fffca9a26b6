using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Ann reached the base of November: 500 coins, a dinner for 400 coins, and a mug; on both databases.</summary>
public abstract class PrizeTests(TestDatabase database) : StorageTest(database)
{
    private static readonly SubjectId Ann = SubjectId.Of(new PersonId("ann"));
    private static readonly GrantKey Base = new(new(new("push"), Ann, new("2026-11")), TierKind.Base);
    private static readonly PrizeId Dinner = new(Base, Ann, "prize");
    private static readonly PrizeId Mug = new(Base, Ann, "prize:2");

    private PrizeReader Prizes => Host.GetRequiredService<PrizeReader>();

    [DatabaseFact]
    public async Task A_wallet_is_what_grants_gave_and_took_what_accelerators_posted_and_what_was_paid()
    {
        await GivenAsync();
        Assert.Equal(500, await CoinsAsync("ann"));

        await LineAsync("coins", 1, -500);
        await LineAsync("coins", 2, 500);
        await LineAsync("coins:2", 0, 30);
        await LineAsync("points", 0, 9_999);
        await LineAsync("coins", 0, 7, recipient: "person:bob");
        await AddAsync(Entry("person:ann", 1, 120), Entry("person:ann", 2, -60), Entry("person:bob", 1, 5));
        await StepAsync((await FindAsync(Dinner)).Redeemed(new("ann"), Company.Now));

        Assert.Equal(500 + 30 + 60 - 400, await CoinsAsync("ann"));
        Assert.Equal(12, await CoinsAsync("bob"));
        Assert.Equal(0, await CoinsAsync("cyd"));
    }

    [DatabaseFact]
    public async Task Prizes_have_the_name_and_price_of_the_goal_and_the_state_of_what_was_done()
    {
        await GivenAsync();
        Assert.Equal([("Dinner", 400L, PrizeState.Offered), ("Mug", null, PrizeState.Pending)], await SeenAsync());

        await StepAsync((await FindAsync(Dinner)).Redeemed(new("ann"), Company.Now));
        await StepAsync((await FindAsync(Mug)).Fulfilled(Company.Now, "mara", "At the party"));
        Assert.Equal([("Dinner", 400L, PrizeState.Pending), ("Mug", null, PrizeState.Fulfilled)], await SeenAsync());

        await LineAsync("prize:2", 1, -1);
        Assert.True((await FindAsync(Mug)).IsFlagged);
        Assert.Equal("mara At the party", $"{(await FindAsync(Mug)).Steps[0].By} {(await FindAsync(Mug)).Steps[0].Reason}");
        Assert.Empty(await Prizes.OfAsync(SubjectId.Of(new PersonId("bob")), CancellationToken.None));
        Assert.Null(await Prizes.FindAsync(Mug with { Reward = "prize:3" }, CancellationToken.None));
    }

    [DatabaseFact]
    public async Task The_same_step_twice_fails_in_the_database()
    {
        await GivenAsync();
        var step = (await FindAsync(Dinner)).Redeemed(new("ann"), Company.Now);
        await StepAsync(step);

        await Assert.ThrowsAsync<DbUpdateException>(() => StepAsync(step));

        Assert.Equal(100, await CoinsAsync("ann"));
    }

    [DatabaseFact]
    public async Task Sixteen_clicks_on_four_hosts_redeem_once()
    {
        await GivenAsync();
        var hosts = Enumerable.Range(0, 4).Select(_ => Database.StartHost()).ToList();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(click => Task.Run(() => RedeemAsync(hosts[click % 4]))));

        Assert.Single((await FindAsync(Dinner)).Steps);
        Assert.Equal(100, await CoinsAsync("ann"));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [DatabaseFact]
    public async Task A_line_that_is_taken_back_pays_back_what_is_not_handed_out_yet_and_only_that()
    {
        await GivenAsync();
        await StepAsync((await FindAsync(Dinner)).Redeemed(new("ann"), Company.Now));
        Assert.Equal(100, await CoinsAsync("ann"));

        await TakeBackAsync(Dinner, 1);
        await TakeBackAsync(Mug, 1);

        Assert.Equal(500, await CoinsAsync("ann"));
        Assert.Equal([("Dinner", 400L, PrizeState.Cancelled), ("Mug", null, PrizeState.Cancelled)], await SeenAsync());
        var (act, by) = ((await FindAsync(Dinner)).Steps[^1].Act, (await FindAsync(Dinner)).Steps[^1].By);
        Assert.Equal((PrizeAct.Withdraw, "rules"), (act, by));
        Assert.Empty((await FindAsync(Mug)).Steps);
    }

    [DatabaseFact]
    public async Task What_a_manager_does_with_a_prize_is_told_once_with_what_came_back_and_what_there_is()
    {
        await GivenAsync();
        await StepAsync((await FindAsync(Dinner)).Redeemed(new("ann"), Company.Now));
        Assert.Empty(await ToldAsync());

        await StepAsync((await FindAsync(Mug)).Fulfilled(Company.Now, "mara", "At the party"));
        await StepAsync((await FindAsync(Dinner)).Cancelled(Company.Now, "mara", "Sold out"));

        Assert.Equal([("prize.fulfilled", "prize:2", "0", "100"), ("prize.cancelled", "prize", "400", "500")], await ToldAsync());
    }

    [DatabaseFact]
    public async Task What_was_to_be_handed_out_is_told_to_be_cancelled_when_it_is_taken_back_and_what_was_only_offered_is_not()
    {
        await GivenAsync();
        await TakeBackAsync(Dinner, 1);
        await TakeBackAsync(Mug, 1);
        Assert.Equal([("prize.cancelled", "prize:2", "0", "500")], await ToldAsync());

        await LineAsync("prize", 2, 1);
        await LineAsync("prize:2", 2, 1);
        await StepAsync((await FindAsync(Dinner)).Redeemed(new("ann"), Company.Now));
        await StepAsync((await FindAsync(Mug)).Fulfilled(Company.Now, "mara", null));
        await TakeBackAsync(Dinner, 3);
        await TakeBackAsync(Mug, 3);

        Assert.Equal(
            [
                ("prize.cancelled", "prize:2", "0", "500"),
                ("prize.fulfilled", "prize:2", "0", "100"),
                ("prize.cancelled", "prize", "400", "500"),
            ],
            await ToldAsync()
        );
    }

    [DatabaseFact]
    public async Task A_prize_of_the_whole_team_is_told_to_nobody_alone()
    {
        await GivenAsync();
        await LineAsync("prize", 0, 1, recipient: "team:emea");
        var cup = new PrizeId(Base, SubjectId.OfTeam(new("emea")), "prize");

        await StepAsync((await FindAsync(cup)).Cancelled(Company.Now, "mara", null));

        Assert.Empty(await ToldAsync());
    }

    private async Task<IEnumerable<(string Kind, string Reward, string Refund, string Coins)>> ToldAsync() =>
        (
            await Host.GetRequiredService<AnnouncementReader>()
                .ToAsync(new Gamification.Announcements.Recipient.Person(new("ann")), 100, CancellationToken.None)
        ).Select(told => (told.Kind, told.Data["reward"], told.Data["refund"], told.Data["coins"]));

    private async Task GivenAsync()
    {
        await Company.FoundAsync(Store);
        var tier = new Tier(
            TierKind.Base,
            null,
            new TierTrigger.Percent(10_000),
            [new Reward.Coins(500), new Reward.Prize("Dinner", 400), new Reward.Prize("Mug", null)]
        );
        var plan = new GoalPlan("Push", new Dictionary<PersonId, long>(), false, [tier], null, Collective.Default, null);
        var goal = new Goal(
            new("push"),
            Owner: null,
            Ann,
            Metric.Quotes,
            PeriodKind.Month,
            Company.Now,
            null,
            null,
            true,
            1,
            [new(1, new(2026, 11, 1), 10, Company.Now, "mara") { Plan = plan }],
            []
        )
        {
            Assignment = new(Company.Now, IsShadow: false, Only: null),
        };
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutGoalAsync(goal, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        await AddAsync(
            new GrantRow
            {
                Goal = new("push"),
                Subject = Ann,
                Tier = TierKind.Base,
                Period = new("2026-11"),
                Version = 1,
                Credited = Company.Now,
                Occurred = Company.Now,
                Connection = "crm",
                ExternalId = "d1",
            }
        );
        await LineAsync("coins", 0, 500);
        await LineAsync("prize", 0, 1);
        await LineAsync("prize:2", 0, 1);
    }

    private static async Task RedeemAsync(IServiceProvider host)
    {
        await using var write = await host.GetRequiredService<PlayStore>().BeginAsync(Company.Now, CancellationToken.None);
        var prize = (await host.GetRequiredService<PrizeReader>().FindAsync(Dinner, CancellationToken.None))!;
        if (prize.State is not PrizeState.Offered)
            return;

        await write.AddPrizeStepAsync(prize.Redeemed(new("ann"), Company.Now), CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task StepAsync(PrizeStep step)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.AddPrizeStepAsync(step, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task TakeBackAsync(PrizeId prize, int revision)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var line = new GrantLine(
            Base,
            Ann,
            prize.Reward,
            revision,
            -1,
            GrantReasons.Reversed,
            new(Company.Now, Company.Now, Company.Id("d1"))
        );
        await write.WriteAsync(new Outcome.Decided([], [], [], [], [], [], []) { GrantLines = [line] }, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task<Prize> FindAsync(PrizeId id) => (await Prizes.FindAsync(id, CancellationToken.None))!;

    private async Task<IEnumerable<(string, long?, PrizeState)>> SeenAsync() =>
        (await Prizes.AllAsync(CancellationToken.None)).Select(prize => (prize.Name, prize.Price, prize.State));

    private Task<long> CoinsAsync(string person) => Host.GetRequiredService<WalletReader>().CoinsAsync(new(person), CancellationToken.None);

    private Task LineAsync(string reward, int revision, long amount, string recipient = "person:ann") =>
        AddAsync(
            new GrantLineRow
            {
                Goal = new("push"),
                Subject = Ann,
                Tier = TierKind.Base,
                Period = new("2026-11"),
                Recipient = new(recipient),
                Reward = reward,
                Revision = revision,
                Amount = amount,
                Reason = amount < 0 ? GrantReasons.Reversed : GrantReasons.Reached,
                Credited = Company.Now,
                Occurred = Company.Now,
                Connection = "crm",
                ExternalId = "d1",
            }
        );

    private static CoinEntryRow Entry(string subject, int sequence, long amount) =>
        new()
        {
            Goal = new("push"),
            Subject = new(subject),
            Period = new("2026-11"),
            Sequence = sequence,
            Amount = amount,
            Credited = Company.Now,
            Occurred = Company.Now,
            Connection = "crm",
            ExternalId = "d1",
            Reason = "accelerated",
        };

    private async Task AddAsync(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}

public sealed class SqlitePrizeTests() : PrizeTests(new SqliteDatabase());

public sealed class PostgresPrizeTests() : PrizeTests(new PostgresDatabase()), IOnPostgres;
