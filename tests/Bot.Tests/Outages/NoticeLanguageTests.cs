using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Tests.Hosting;
using Bot.Tests.Slack;
using Bot.Tests.Teams;
using Gamification;
using NodaTime;

namespace Bot.Tests.Outages;

/// <summary>What comes without being asked for is in the language that somebody chose, else in that of their chat.</summary>
public sealed class NoticeLanguageTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    [Theory]
    [InlineData("pt-BR", null, "Nível alcançado")]
    [InlineData("en-GB", null, "Tier reached")]
    [InlineData("xx-nowhere", null, "Tier reached")]
    [InlineData("pt-BR", "en", "Tier reached")]
    [InlineData("en-US", "pt-BR", "Nível alcançado")]
    public async Task A_notice_in_Slack_is_in_the_chosen_language_else_in_that_of_the_profile(string profile, string? chosen, string title)
    {
        await using var slack = await FakeSlack.StartAsync();
        var workspace = new FakeWorkspace(slack);
        await using var host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
        slack.On(
            "users.info",
            $$$$"""{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"{{{{profile}}}}","profile":{"email":"ana@example.com"}}}"""
        );
        (await host.SlashAsync(slack, chosen is null ? "/medalist settings" : $"/medalist settings language {chosen}")).Dispose();
        await host.PutAsync(
            "/api/v1/goals/one",
            new
            {
                name = "One",
                subject = new { kind = "person", id = "ana" },
                metric = "quotes",
                target = 1,
                period = new { kind = "month" },
                tiers = new[] { new { kind = "base", rewards = new[] { new { kind = "coins", amount = 5 } } } },
            }
        );
        await host.MoveClockAsync("2026-11-18T09:30:00Z");
        await host.ReportAsync("q1", "quote.sent", new { quoteId = "q1", owner = "ana@example.com" });

        // The goal itself, and its tier.
        Assert.Contains(await TextsAsync(host, workspace, 2), text => text.StartsWith(title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Teams_says_the_language_of_a_client_with_what_is_sent_there_and_it_holds_until_another_is_said()
    {
        await using var teams = await TeamsConversation.StartAsync();
        await teams.Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada",
                email = "ada@example.com",
                identities = new[] { new { source = "teams", id = "aad-ada" } },
            }
        );
        Assert.Equal("en-GB", await CultureAsync());

        await SayAsync("pt-BR");
        Assert.Equal("pt-BR", await CultureAsync());

        await SayAsync(locale: null);
        Assert.Equal("pt-BR", await CultureAsync());

        await SayAsync("es-MX");
        Assert.Equal("es-MX", await CultureAsync());

        async Task<string> CultureAsync() =>
            (await teams.Host.Service<ReaderFormats>().OfPersonAsync(new PersonId("ada"), Today, CancellationToken.None)).Culture.Name;

        async Task SayAsync(string? locale)
        {
            var activity = teams.Personal("installationUpdate");
            activity["action"] = "add";
            activity["locale"] = locale is null ? null : JsonValue.Create(locale);
            (await teams.SendAsync(activity)).Dispose();
        }
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(RunningHost host, FakeWorkspace workspace, int many)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        while (workspace.Texts.Count < many)
        {
            await host.ForwardAsync(TimeSpan.FromSeconds(31));
            await Task.Delay(100, patience.Token);
        }

        return workspace.Texts;
    }
}
