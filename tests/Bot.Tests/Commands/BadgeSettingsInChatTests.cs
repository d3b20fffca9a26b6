using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;

namespace Bot.Tests.Commands;

/// <summary>Badges that an admin switched off or added, as Ana sees them on Wednesday 18 November: she sent a quote and logged one call.</summary>
public sealed class BadgeSettingsInChatTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.ReportAsync("q1", "quote.sent", new { quoteId = "q1", owner = "ana@example.com" });
        await CallAsync("c1");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_locked_badge_that_is_switched_off_is_in_no_cabinet_and_says_so_when_asked_for()
    {
        await host.PutAsync("/api/v1/badges/closer", new { enabled = false });

        var cabinet = await TextAsync("/badges");
        Assert.StartsWith("Your badges\n1 of 13", cabinet, StringComparison.Ordinal);
        Assert.DoesNotContain("Closer", cabinet, StringComparison.Ordinal);
        Assert.Contains("An admin switched this badge off", await TextAsync("/badges closer"), StringComparison.Ordinal);
        Assert.Contains("An admin switched this badge off", await TextAsync("/why badge closer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_badge_that_is_switched_off_stays_in_the_cabinet_and_why_still_tells_it()
    {
        await host.PutAsync("/api/v1/badges/opening-move", new { enabled = false });

        Assert.Contains("Opening Move: earned 18 Nov 2026", await TextAsync("/badges"), StringComparison.Ordinal);
        Assert.Contains("Earned: You, Wed 18 Nov 09:30", await TextAsync("/badges opening-move"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Why Opening Move?\n• You hold Opening Move.",
            Bulleted(await AskAsync("/why badge opening move")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_custom_badge_stands_in_a_section_of_its_own_with_its_emoji_and_is_not_counted_among_the_14()
    {
        await AddAsync();

        Assert.Contains("Hot Line: locked, 1/2, 50 %", await TextAsync("/badges"), StringComparison.Ordinal);
        Assert.Contains(
            "Hot Line is locked at 1/2 (50 %): 1 logged activity missing.",
            await TextAsync("/why badge hot line"),
            StringComparison.Ordinal
        );

        await CallAsync("c2");

        var text = await TextAsync("/badges");
        Assert.StartsWith("Your badges\n1 of 14 · and 1 custom", text, StringComparison.Ordinal);
        Assert.Contains("📞 Hot Line: earned 18 Nov 2026", text, StringComparison.Ordinal);
        var shown = await TextAsync("/badges HOT-line");
        Assert.Contains("Category: Custom, Milestone", shown, StringComparison.Ordinal);
        Assert.Contains("Unlocks at: 2 logged activities of the kind “call”", shown, StringComparison.Ordinal);
        Assert.Contains("You hold Hot Line.", await TextAsync("/why hot line"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_badge_that_is_switched_off_is_gone_for_who_has_not_earned_it()
    {
        await AddAsync();
        await host.PutAsync("/api/v1/badges/hot-line", new { enabled = false });

        Assert.DoesNotContain("Hot Line", await TextAsync("/badges"), StringComparison.Ordinal);
        Assert.Contains("An admin switched this badge off", await TextAsync("/badges hot line"), StringComparison.Ordinal);
        Assert.Contains("An admin switched this badge off", await TextAsync("/why badge hot-line"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_perfect_weeks_are_shown_as_times_two_with_the_last_and_the_first_moment()
    {
        foreach (var day in new[] { "09", "10", "11", "12", "13", "16", "17" })
            await host.ReportAsync(
                $"d{day}",
                "quote.sent",
                new { quoteId = $"d{day}", owner = "ana@example.com" },
                $"2026-11-{day}T09:00:00Z"
            );
        await host.MoveClockAsync("2026-11-20T12:00:00Z");
        foreach (var day in new[] { "19", "20" })
            await host.ReportAsync(
                $"d{day}",
                "quote.sent",
                new { quoteId = $"d{day}", owner = "ana@example.com" },
                $"2026-11-{day}T09:00:00Z"
            );

        Assert.Contains("Perfect Week: earned ×2, last on 20 Nov 2026", await TextAsync("/badges"), StringComparison.Ordinal);
        Assert.Contains(
            "Earned: You, ×2, last on Fri 20 Nov 10:00\nFirst earned: Fri 13 Nov 10:00",
            await TextAsync("/badges perfect week"),
            StringComparison.Ordinal
        );
        var why = await TextAsync("/why badge perfect week");
        Assert.Contains("You hold Perfect Week, ×2.", why, StringComparison.Ordinal);
        Assert.Contains("It was earned for Week 46 on Fri 13 Nov 10:00", why, StringComparison.Ordinal);
        var told = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/announcements");
        Assert.Equal(
            ["person", "channel"],
            told.EnumerateArray()
                .Where(row => row.GetProperty("about").GetString() == "badge:perfect-week:ana")
                .Select(row => row.GetProperty("to").TryGetProperty("channel", out _) ? "channel" : "person")
                .OrderDescending()
        );
    }

    private Task AddAsync() =>
        host.PutAsync(
            "/api/v1/badges/hot-line",
            new
            {
                name = "Hot Line",
                description = "Two calls.",
                category = "milestone",
                art = "📞",
                threshold = 2,
                trigger = new { measure = "logged", kind = "call" },
            }
        );

    private Task CallAsync(string id) =>
        host.ReportAsync(
            id,
            "activity.logged",
            new
            {
                activityId = id,
                kind = "call",
                owner = "ana@example.com",
            }
        );

    private static string Bulleted(Card card) =>
        $"{card.Title}\n• {string.Join("\n• ", card.Parts.OfType<CardPart.Explanation>().SelectMany(part => part.Sentences))}";

    private async Task<string> TextAsync(string line) => PlainText.Render(await AskAsync(line));

    private async Task<Card> AskAsync(string line) =>
        (
            await host.Service<CommandDesk>()
                .AnswerAsync(
                    new("web", "ana", _ => Task.FromResult<string?>(null)),
                    line,
                    new("web", "web", IsChannel: false),
                    English,
                    CancellationToken.None
                )
        ).Card;
}
