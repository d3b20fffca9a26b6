using System.Text.Json;
using Bot.Goals;
using Bot.Play;
using Bot.Prizes;
using Bot.Tests.Hosting;
using Gamification;
using Gamification.Announcements;
using Gamification.People;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Tests.Goals;

/// <summary>It is 21:00 in Paris. What Mara does herself is answered at once; what others do is told in her working hours.</summary>
public sealed class OwnDeedTests : IAsyncLifetime
{
    private static readonly PersonId Mara = new("mara");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync(("Clock:StartAt", "2026-11-18T20:00:00Z"))).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_prize_she_hands_out_to_herself_is_told_at_once_and_one_that_the_API_hands_out_tomorrow()
    {
        await host.PutAsync(
            "/api/v1/goals/own",
            JsonSerializer.Deserialize<JsonElement>(
                """
                {"name":"Own","subject":{"kind":"person","id":"mara"},"metric":"quotes","target":1,"period":{"kind":"month"},
                 "tiers":[{"kind":"base","rewards":[{"kind":"prize","name":"Mug"},{"kind":"prize","name":"Cap"}]}]}
                """
            )
        );
        await host.ReportAsync("e1", "quote.sent", new { quoteId = "q1", owner = "mara@example.com" }, "2026-11-18T19:30:00Z");
        var prizes = (await host.Service<PrizeReader>().AllAsync(default)).ToDictionary(prize => prize.Name, prize => prize.Id);

        await HandOutAsync(GoalAuthor.Api, prizes["Cap"]);
        await HandOutAsync(new(await MaraAsync()), prizes["Mug"]);

        await Eventually.HoldsAsync(async () => (await ToldAsync(DeliveryState.Sent)).Contains("prize"));
        Assert.Equal(["prize:2"], (await ToldAsync(DeliveryState.Pending)));
    }

    [Theory]
    [InlineData("mara", DeliveryState.Sent)]
    [InlineData("api", DeliveryState.Pending)]
    public async Task A_badge_that_her_own_time_off_brings_is_told_at_once_and_one_of_somebody_elses_edit_tomorrow(
        string by,
        DeliveryState state
    )
    {
        foreach (var (id, at) in new[] { ("e1", "2026-11-16T10:00:00Z"), ("e2", "2026-11-17T10:00:00Z"), ("e3", "2026-11-18T10:00:00Z") })
            await host.ReportAsync(id, "quote.sent", new { quoteId = id, owner = "mara@example.com" }, at);
        Assert.Empty(await BadgesAsync());

        var off = new HashSet<LocalDate> { new(2026, 11, 19), new(2026, 11, 20) };
        var refusal = await host.Service<DirectoryDesk>()
            .ChangePersonAsync(
                Mara,
                person =>
                    person with
                    {
                        Calendar = WorkingCalendar.Default(DateTimeZoneProviders.Tzdb["Europe/Paris"]) with { TimeOff = off },
                    },
                by,
                default
            );

        Assert.Null(refusal);
        await Eventually.HoldsAsync(async () => (await BadgesAsync()).Contains(state));
    }

    private async Task HandOutAsync(GoalAuthor author, PrizeId prize) =>
        Assert.IsType<PrizeAnswer.Done>(await host.Service<PrizeDesk>().FulfilAsync(author, prize, null, default));

    private async Task<PersonView> MaraAsync() => (await host.Service<DirectoryReader>().FindAsync(Mara, new(2026, 11, 18), default))!;

    private async Task<IReadOnlyList<string>> ToldAsync(DeliveryState state) =>
        [
            .. (await host.Service<AnnouncementReader>().ListAsync(state, 100, default))
                .Where(told => told.Kind == PrizeAnnouncements.Fulfilled)
                .Select(told => told.Data["reward"]),
        ];

    /// <summary>What became of the notice of her Perfect Week.</summary>
    private async Task<IReadOnlyList<DeliveryState>> BadgesAsync() =>
        [
            .. (await host.Service<AnnouncementReader>().ListAsync(null, 100, default))
                .Where(told =>
                    told.To is Gamification.Announcements.Recipient.Person && told.About.Contains("perfect-week", StringComparison.Ordinal)
                )
                .Select(told => told.State),
        ];
}
