using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Goals;
using Bot.Tests.Hosting;
using Bot.Tests.Slack;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Tests.Play;

/// <summary>
/// Ana's first deal is one of 25,000 and completes a goal of her own that she made on the first of November: from the signed webhook to
/// what Slack is sent it is one post in the channel and one notice to her. The goal is hers alone: the channel hears of badges, never of
/// a goal, its target or how far it is.
/// </summary>
public sealed class OneDealTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        slack
            .On("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""")
            .On("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.1"}""");
        host = await (await SlackRequests.StartAsync(slack, ("Clock:StartAt", "2026-11-01T09:00:00Z"))).WithPeopleAsync();
        await host.PutAsync(
            "/api/v1/teams/emea",
            new { name = "EMEA", channels = new[] { new { platform = "slack", conversation = "C1" } } }
        );
        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "emea",
                identities = new[] { new { source = "slack", id = "U1" } },
            }
        );
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task With_a_goal_of_the_quarter_the_person_reads_three_rows_in_one_notice_and_the_channel_two_in_one_post()
    {
        await WinAsync(PeriodKind.Quarter);

        Assert.Equal(["✅ You reached your goal", "🏷️ You earned First Sale", "🐟 You earned Big Fish"], Rows(await NoticeAsync()));
        Assert.Equal(["🏷️ Ana Alvarez earned First Sale", "🐟 Ana Alvarez earned Big Fish"], Rows(await PostAsync()));
        await AssertPrivateAsync();
    }

    [Fact]
    public async Task With_a_goal_of_the_month_the_deal_is_three_badges_in_one_post_and_the_goal_stays_private()
    {
        await WinAsync(PeriodKind.Month);

        string[] badges = ["🏷️ {0} earned First Sale", "🐟 {0} earned Big Fish", "🎯 {0} earned Target Breaker"];
        Assert.Equal(badges.Select(row => row.Replace("{0}", "Ana Alvarez", StringComparison.Ordinal)), Rows(await PostAsync()));
        Assert.Equal(
            badges.Select(row => row.Replace("{0}", "You", StringComparison.Ordinal)).Prepend("✅ You reached your goal"),
            Rows(await NoticeAsync())
        );
        await AssertPrivateAsync();
    }

    /// <summary>The same webhook again changes nothing, and what was told stands in one message for each reader.</summary>
    private async Task AssertPrivateAsync()
    {
        var told = await ToldAsync();
        await SendAsync();
        Assert.Equal(told, await ToldAsync());
        Assert.Equal(2, slack.CallsOf("chat.postMessage").Count());
        Assert.DoesNotContain(
            told,
            row => row.StartsWith("goal.", StringComparison.Ordinal) && row.Contains("channel", StringComparison.Ordinal)
        );
        var post = (await PostAsync()).ToJsonString();
        Assert.DoesNotContain("20,000", post, StringComparison.Ordinal);
        Assert.DoesNotContain("your goal", post, StringComparison.OrdinalIgnoreCase);
    }

    private async Task WinAsync(PeriodKind every)
    {
        var made = await host.Service<GoalDesk>().CreateAsync(new("ana"), new(Metric.Revenue, 20_000, every), CancellationToken.None);
        Assert.IsType<GoalAnswer.Done>(made);
        await host.MoveClockAsync("2026-11-18T09:00:00Z");
        await SendAsync();
    }

    private async Task SendAsync()
    {
        using var answer = await host.SendAsync(
            "d1",
            """
            {"type":"deal.closed","timestamp":"2026-11-18T08:40:00Z",
             "data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":"25000.00","currency":"EUR"}}
            """
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<JsonNode> PostAsync() => SentAsync("C1");

    private Task<JsonNode> NoticeAsync() => SentAsync("D1");

    private async Task<JsonNode> SentAsync(string channel)
    {
        await Eventually.HoldsAsync(() => MessagesTo(channel).Any());
        return MessagesTo(channel).First();
    }

    private IEnumerable<JsonNode> MessagesTo(string channel) =>
        slack
            .CallsOf("chat.postMessage")
            .Select(call => JsonNode.Parse(call.Body)!)
            .Where(message => message["channel"]!.GetValue<string>() == channel);

    /// <summary>The headlines of what happened, with their emoji.</summary>
    private static IEnumerable<string> Rows(JsonNode message) =>
        message["blocks"]!
            .AsArray()
            .Where(block => block!["type"]!.GetValue<string>() == "rich_text")
            .Select(block => block!["elements"]![0]!["elements"]![0]!)
            .Where(text => text["style"]?["bold"] is not null)
            .Select(text => text["text"]!.GetValue<string>().Replace("  ", " ", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> ToldAsync()
    {
        var told = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/announcements");
        return [.. told.EnumerateArray().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("to")}").Order(StringComparer.Ordinal)];
    }
}
