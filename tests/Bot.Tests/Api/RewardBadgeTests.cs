using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;
using Gamification.Announcements;
using Storage;

namespace Bot.Tests.Api;

/// <summary>A badge without a trigger, over HTTP and in chat: the goal Push gives Hero to Ana for deals of November 2026.</summary>
public sealed class RewardBadgeTests : IAsyncLifetime
{
    private static readonly Place Channel = new("slack", "C01", IsChannel: true);

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/badges/hero", Hero);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task It_is_listed_without_a_threshold_and_everybody_has_it_locked()
    {
        var listed = (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/badges")).EnumerateArray().Single(IsHero);

        Assert.Equal("Hero True True", $"{listed.GetProperty("name")} {listed.GetProperty("custom")} {listed.GetProperty("enabled")}");
        Assert.False(listed.TryGetProperty("threshold", out _));
        Assert.Equal("revenue locked 0/1 ×0", await HeroOfAnaAsync());
        await host.PutAsync("/api/v1/badges/hero", new { description = "Carries us all." });
        Assert.Equal("revenue locked 0/1 ×0", await HeroOfAnaAsync());
    }

    [Fact]
    public async Task The_tier_gives_it_in_one_post_reopening_takes_it_and_winning_again_gives_it_without_a_word()
    {
        await PushAsync(deals: 2);
        await WinAsync("d0", "2026-11-13T09:00:00Z");
        await WinAsync("d1", "2026-11-16T09:00:00Z");

        Assert.Equal("revenue earned 1/1 ×1 2026-11-16T09:00:00+00:00", await HeroOfAnaAsync());
        var told = await AnnouncementsAsync();
        Assert.DoesNotContain(told, one => one.StartsWith("badge.unlocked badge:hero", StringComparison.Ordinal));
        Assert.Single(told, one => one.StartsWith("tier.reached", StringComparison.Ordinal));
        Assert.Contains("🦸 Hero: earned 16 Nov 2026", await TextAsync("/badges custom:1"), StringComparison.Ordinal);
        var details = await TextAsync("/badges hero");
        Assert.Contains("How to get it: Given as a reward of a team goal", details, StringComparison.Ordinal);
        Assert.Contains("Given: You, Mon 16 Nov 10:00", details, StringComparison.Ordinal);
        Assert.Contains("Latest badge: Hero", await TextAsync("/performance"), StringComparison.Ordinal);

        await host.ReportAsync("r1", "deal.reopened", new { dealId = "d1" }, "2026-11-17T09:00:00Z");
        Assert.Equal("revenue locked 0/1 ×0", await HeroOfAnaAsync());
        Assert.Contains("Hero: locked", await TextAsync("/badges custom:1"), StringComparison.Ordinal);
        await WinAsync("w1", "2026-11-18T08:00:00Z", deal: "d1");

        Assert.Equal("revenue earned 1/1 ×1 2026-11-18T08:00:00+00:00", await HeroOfAnaAsync());
        Assert.Equal(["reversal", "tier.reached"], (await AnnouncementsAsync()).Where(IsOfGoal).Select(one => one.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task Why_names_the_goal_the_tier_and_the_activity_and_what_took_it_back()
    {
        Assert.Contains("No team goal has given Hero to you yet", await TextAsync("/why badge hero"), StringComparison.Ordinal);
        await PushAsync();
        await WinAsync("d1", "2026-11-16T09:00:00Z");
        var why = await TextAsync("/why badge hero");
        Assert.Contains("You hold Hero.", why, StringComparison.Ordinal);
        Assert.Contains(
            "Base of “Push” gave it for November 2026 on Mon 16 Nov 10:00 (Europe/Paris), reached by: Deal won · 1,200 EUR.",
            why,
            StringComparison.Ordinal
        );
        Assert.Contains("Nothing of its own unlocks it", why, StringComparison.Ordinal);

        await host.ReportAsync("r1", "deal.reopened", new { dealId = "d1" }, "2026-11-17T09:00:00Z");

        Assert.Contains(
            "It was taken back for November 2026 on Tue 17 Nov 10:00",
            await TextAsync("/why badge hero"),
            StringComparison.Ordinal
        );
        var api = await host.Admin.GetStringAsync("/api/v1/people/ana/why?about=badge:hero");
        Assert.Contains("was no longer reached", api, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"threshold":1,"trigger":{"measure":"deals"}}""", "/trigger/measure")]
    [InlineData("""{"enabled":false}""", "/enabled")]
    [InlineData("""{"threshold":1}""", "/trigger/measure")]
    public async Task While_a_goal_gives_it_it_gets_no_trigger_and_is_not_switched_off_and_afterwards_it_may(string body, string pointer)
    {
        await PushAsync();
        var problem = await RefusedAsync("badges/hero", body);
        Assert.Equal(pointer, problem.GetProperty("pointer").GetString());
        Assert.NotEqual("", problem.GetProperty("remedy").GetString());

        using var archived = await host.Admin.DeleteAsync("/api/v1/goals/push");
        archived.EnsureSuccessStatusCode();

        Assert.Equal(
            body.Contains("measure", StringComparison.Ordinal) || body.Contains("enabled", StringComparison.Ordinal)
                ? HttpStatusCode.OK
                : HttpStatusCode.BadRequest,
            await StatusAsync("badges/hero", body)
        );
    }

    [Theory]
    [InlineData("closer")]
    [InlineData("counts")]
    [InlineData("off")]
    [InlineData("nothing")]
    public async Task A_badge_with_a_trigger_or_switched_off_is_no_reward(string badge)
    {
        await host.PutAsync(
            "/api/v1/badges/counts",
            new
            {
                name = "Counts",
                description = "D",
                category = "speed",
                threshold = 1,
                trigger = new { measure = "deals" },
            }
        );
        await host.PutAsync(
            "/api/v1/badges/off",
            new
            {
                name = "Off",
                description = "D",
                category = "speed",
                enabled = false,
            }
        );

        var problem = await RefusedAsync("goals/push", Push(badge));

        Assert.Contains("/tiers/0/rewards/0/badge", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("given as a reward only", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trigger_that_is_taken_away_leaves_the_badge_with_who_earned_it_and_makes_it_a_reward()
    {
        await host.PutAsync("/api/v1/badges/hero", new { threshold = 1, trigger = new { measure = "deals" } });
        await WinAsync("d1", "2026-11-16T09:00:00Z");
        Assert.Equal("revenue earned 1/1 ×1 2026-11-16T09:00:00+00:00", await HeroOfAnaAsync());

        await host.PutAsync("/api/v1/badges/hero", new { trigger = new { } });
        await PushAsync();

        Assert.Equal("revenue earned 1/1 ×2 2026-11-16T09:00:00+00:00", await HeroOfAnaAsync());
    }

    [Fact]
    public async Task The_badge_is_a_row_of_the_message_that_tells_of_the_tier()
    {
        var ana = new Recipient.Person(new("ana"));
        var data = new Dictionary<string, string>
        {
            ["goal"] = "push",
            ["type"] = "deals",
            ["subject"] = "person:ana",
            ["period"] = "2026-11",
            ["target"] = "1",
            ["actual"] = "1",
            ["tier"] = "base",
            ["tiers"] = "base",
            ["badges"] = "hero",
        };
        var delivery = new Delivery(
            "x",
            ana,
            [new("tier.reached", "tier:push:person:ana:2026-11:base", ana, "fact:crm:d1", null, data)],
            1,
            1,
            null,
            NodaTime.Instant.FromUtc(2026, 11, 18, 9, 0)
        );
        await PushAsync();

        var card = await host.Service<AnnouncementComposer>().ComposeAsync(delivery, CancellationToken.None);

        Assert.Contains("You earned Hero", PlainText.Render(card), StringComparison.Ordinal);
    }

    private static object Hero { get; } = new
    {
        name = "Hero",
        description = "For who carries us.",
        category = "revenue",
        art = "🦸",
    };

    private static string Push(string badge, int deals = 1) =>
        $$"""{"name":"Push","subject":{"kind":"person","id":"ana"},"metric":"deals","target":{{deals}},"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"badge","badge":"{{badge}}"}]}]}""";

    private async Task PushAsync(int deals = 1) => Assert.Equal(HttpStatusCode.OK, await StatusAsync("goals/push", Push("hero", deals)));

    private Task WinAsync(string id, string at, string? deal = null) =>
        host.ReportAsync(
            id,
            "deal.closed",
            new
            {
                dealId = deal ?? id,
                owner = "ana@example.com",
                outcome = "won",
                amount = 1200,
                currency = "EUR",
            },
            at
        );

    private async Task<string> HeroOfAnaAsync()
    {
        var hero = (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/badges")).EnumerateArray().Single(IsHero);
        var at = hero.TryGetProperty("earnedAt", out var earned) ? $" {earned}" : "";
        return $"{hero.GetProperty("category")} {hero.GetProperty("state")} {hero.GetProperty("value")}/{hero.GetProperty("threshold")} ×{hero.GetProperty("count")}{at}";
    }

    private static bool IsHero(JsonElement badge) => badge.GetProperty("id").GetString() == "hero";

    private static bool IsOfGoal(string told) =>
        told.StartsWith("tier.", StringComparison.Ordinal) || told.StartsWith("reversal", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> AnnouncementsAsync() =>
        [
            .. (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/announcements"))
                .EnumerateArray()
                .Where(one => one.GetProperty("to").TryGetProperty("person", out _))
                .Select(one => $"{one.GetProperty("kind")} {one.GetProperty("about")}"),
        ];

    private async Task<string> TextAsync(string line)
    {
        var user = new ChatUser("web", "ana", _ => Task.FromResult<string?>(null));
        var culture = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
        var reply = await host.Service<CommandDesk>().AnswerAsync(user, line, Channel, culture, CancellationToken.None);
        return PlainText.Render(reply.Card);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string body)
    {
        using var response = await SendAsync(path, body);
        return response.StatusCode;
    }

    private async Task<JsonElement> RefusedAsync(string path, string body)
    {
        using var response = await SendAsync(path, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await host.Admin.PutAsync($"/api/v1/{path}", content);
    }
}
