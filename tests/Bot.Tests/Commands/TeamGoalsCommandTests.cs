using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Gamification.Announcements;
using Gamification.People;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>Managers' goals in chat: EMEA wants 300 in November 2026 and gets 50 coins each, Ana 100 alone with coins and prizes.</summary>
public sealed class TeamGoalsCommandTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = new[] { new { platform = "slack", conversation = "C01" } },
            }
        );
        await host.PutAsync(
            "/api/v1/people/olga",
            new
            {
                name = "Olga",
                email = "olga@example.com",
                role = "manager",
            }
        );
        await host.PutAsync("/api/v1/teams/amer", new { name = "Americas", managers = new[] { "olga" } });
        await PutAsync(
            "Team1",
            """{"name":"Team push","subject":{"kind":"team","id":"emea"},"metric":"revenue","target":300,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]}]}"""
        );
        await PutAsync(
            "own",
            """{"name":"Own push","subject":{"kind":"person","id":"ana"},"metric":"revenue","target":100,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":500},{"kind":"prize","name":"Dinner","price":400},{"kind":"prize","name":"Mug"}]}]}"""
        );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_manager_sees_each_goal_with_its_tiers_and_how_far_it_is()
    {
        await WinAsync("d1", "ana@example.com", "104.99");

        var text = await AskAsync("mara", "/team-goals");

        Assert.Contains("Team push", text, StringComparison.Ordinal);
        Assert.Contains("104.99 EUR of 300 EUR", text, StringComparison.Ordinal);
        Assert.Contains("✓ Base · 100 EUR · reached", text, StringComparison.Ordinal);
        Assert.Contains("▸ Base · 300 EUR · next → 50 coins", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_waits_for_december_changes_nothing_that_november_asks_and_is_said_beside_it()
    {
        const string Deals =
            """{"name":"Deals each","subject":{"kind":"members","id":"emea"},"metric":"deals","target":3,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":40}]}]}""";
        await PutAsync("deals", Deals);
        await PutAsync("deals", Deals.Replace("\"target\":3", "\"target\":5", StringComparison.Ordinal));

        var text = await AskAsync("mara", "/team-goals show deals");

        Assert.Contains("at their target of 3 deals", text, StringComparison.Ordinal);
        Assert.Contains("✎ An edit holds from 1 Dec 2026 on: 5 deals.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_that_is_published_with_a_tier_passed_already_is_told_before_its_reward()
    {
        await WinAsync("d1", "ana@example.com", "400");
        await PutAsync(
            "late",
            """{"name":"Late push","subject":{"kind":"team","id":"emea"},"metric":"revenue","target":350,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]}]}"""
        );

        var told = (await host.Admin.GetFromJsonAsync<List<JsonElement>>("/api/v1/announcements"))!
            .Where(one => one.GetProperty("about").GetString()!.Contains(":late:", StringComparison.Ordinal))
            .Where(one => one.GetProperty("to").TryGetProperty("channel", out _))
            .GroupBy(one => one.GetProperty("to").GetProperty("channel").GetString())
            .Select(channel => string.Join(", after ", channel.Select(one => one.GetProperty("kind").GetString())));

        Assert.Equal(["team.reward, after goal.published", "team.reward, after goal.published"], told);
    }

    [Fact]
    public async Task Who_leads_nobody_is_refused_and_a_manager_of_others_sees_none_of_it()
    {
        Assert.Contains("Only a manager of a team or an admin", await AskAsync("ana", "/team-goals"), StringComparison.Ordinal);
        Assert.Contains("There is no goal for your teams yet", await AskAsync("olga", "/team-goals"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/team-goals show team1")]
    [InlineData("/team-goals grants team1")]
    [InlineData("/team-goals again team1")]
    [InlineData("/team-goals posts team1")]
    [InlineData("/team-goals replay team1")]
    [InlineData("/team-goals edit team1")]
    [InlineData("/team-goals close own")]
    public async Task An_id_of_another_teams_goal_is_refused_and_audited(string line)
    {
        var before = (await AuditsAsync()).Count;

        Assert.Contains("Only a manager of EMEA or an admin", await AskAsync("olga", line), StringComparison.Ordinal);

        var audits = await AuditsAsync();
        Assert.Equal((before + 1, "right.refused", "olga"), (audits.Count, audits[0].What, audits[0].By));
    }

    [Theory]
    [InlineData("/team-goals new", "team-goal new")]
    [InlineData("/team-goals edit team push", "team-goal Team1")]
    [InlineData("/team-goals edit TEAM1", "team-goal Team1")]
    [InlineData("/team-goals close own", "team-goal-close own")]
    [InlineData("/team-goals edit push", null)]
    [InlineData("/team-goals again team1", "post-again goal:Team1:published")]
    public async Task The_form_of_the_one_goal_that_is_meant_opens_at_once(string line, string? form) =>
        Assert.Equal(form, (await ReplyAsync("mara", line)).Opens);

    [Fact]
    public async Task A_grant_is_shown_with_its_key_its_activity_and_every_line()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        await SendAsync("e2", """{"type":"deal.reopened","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d1"}}""");
        await WinAsync("d2", "ana@example.com", "120");

        var text = await AskAsync("mara", "/team-goals grants own");

        Assert.Contains("Key own/person:ana/base/2026-11", text, StringComparison.Ordinal);
        Assert.Contains("Granted Wed 18 Nov 09:00 by crm/d1", text, StringComparison.Ordinal);
        Assert.Equal(
            ["+500", "−500, taken back", "+500"],
            text.Split('\n')
                .Where(line => line.Contains("coins", StringComparison.Ordinal))
                .Select(line => line.Split(": ")[1].Replace(" coins", "", StringComparison.Ordinal))
        );
        Assert.Contains("0 changes", await AskAsync("mara", "/team-goals replay own"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prize_is_redeemed_once_handed_out_and_a_cancelled_one_refunds()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        Assert.Contains("You have 500 coins", await AskAsync("ana", "/rewards"), StringComparison.Ordinal);
        const string dinner = "own/person:ana/base/2026-11/person:ana/prize";

        Assert.IsType<FormReply.Show>(await SubmitAsync("ana", "prize-redeem", dinner));
        for (var press = 0; press < 2; press++)
            Assert.IsType<FormReply.Done>(await SubmitAsync("ana", "prize-redeem", dinner, ("confirm", "on")));

        Assert.Contains("You have 100 coins", await AskAsync("ana", "/rewards"), StringComparison.Ordinal);
        Assert.Contains("2 prizes wait to be handed out", await AskAsync("mara", "/team-goals prizes"), StringComparison.Ordinal);
        Assert.IsType<FormReply.Done>(await SubmitAsync("mara", "prize-cancel", dinner, ("confirm", "on"), ("reason", "Sold out")));
        Assert.IsType<FormReply.Done>(await SubmitAsync("mara", "prize-fulfil", $"{dinner}:2"));

        var wallet = await AskAsync("ana", "/rewards");
        Assert.Contains("You have 500 coins", wallet, StringComparison.Ordinal);
        Assert.Contains("Came back: Dinner was cancelled", wallet, StringComparison.Ordinal);
        Assert.Contains("✓ handed out", wallet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_a_prize_is_told_to_its_owner_alone_and_once()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        const string dinner = "own/person:ana/base/2026-11/person:ana/prize";
        await SubmitAsync("ana", "prize-redeem", dinner, ("confirm", "on"));

        for (var press = 0; press < 2; press++)
        {
            await SubmitAsync("mara", "prize-fulfil", $"{dinner}:2");
            await SubmitAsync("mara", "prize-cancel", dinner, ("confirm", "on"), ("reason", "Sold out"));
        }

        var given = await ToPersonAsync("ana", "prize.fulfilled");
        Assert.Contains("Mug was handed out to you", given, StringComparison.Ordinal);
        Assert.Contains("Base of “Own push”, November 2026", given, StringComparison.Ordinal);
        var cancelled = await ToPersonAsync("ana", "prize.cancelled");
        Assert.Contains("Your manager cancelled Dinner", cancelled, StringComparison.Ordinal);
        Assert.Contains("400 coins came back: you have 500 coins.", cancelled, StringComparison.Ordinal);
        Assert.Equal(2, (await ToldAsync(new Recipient.Person(new("ana")))).Count(told => PrizeNews.IsOne(told.Kind)));
        Assert.DoesNotContain(await ToldAsync(new Recipient.Channel(new("slack:C01"))), told => PrizeNews.IsOne(told.Kind));
    }

    [Fact]
    public async Task A_prize_that_goes_with_what_it_was_given_for_is_told_in_the_same_message()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        await SubmitAsync("ana", "prize-redeem", "own/person:ana/base/2026-11/person:ana/prize", ("confirm", "on"));

        await SendAsync("e2", """{"type":"deal.reopened","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d1"}}""");

        var text = await ToPersonAsync("ana", "reversal");
        Assert.Contains("what it gave was taken back", text, StringComparison.Ordinal);
        Assert.Contains("Dinner (Base of “Own push”, November 2026) is not handed out", text, StringComparison.Ordinal);
        Assert.Contains("400 coins came back: you have 0 coins.", text, StringComparison.Ordinal);
        Assert.Contains("Mug (Base of “Own push”, November 2026) is not handed out", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rep_sees_what_they_have_to_reach_alone_and_together()
    {
        await WinAsync("d1", "ana@example.com", "104.99");

        var text = await AskAsync("ana", "/goals");

        Assert.Contains("From your manager", text, StringComparison.Ordinal);
        Assert.Contains("Own push", text, StringComparison.Ordinal);
        Assert.Contains("Team push", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Own push", await AskAsync("ben", "/goals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_is_told_with_tiers_in_numbers_and_its_end()
    {
        var text = await ToChannelAsync("goal.published");

        Assert.Contains("A new goal: Team push", text, StringComparison.Ordinal);
        Assert.Contains("300 EUR → 50 coins", text, StringComparison.Ordinal);
        Assert.Contains("ends Mon 30 Nov 24:00, Europe/Paris", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tier_and_the_badge_of_the_same_deal_are_one_post_and_a_team_reward_thanks_everyone()
    {
        await WinAsync("d1", "ana@example.com", "104.99");

        var first = await ToChannelAsync("tier.reached");
        Assert.Contains("Ana Alvarez reached Base of “Own push”", first, StringComparison.Ordinal);
        Assert.Contains("First Sale", first, StringComparison.Ordinal);
        Assert.Contains(
            "You receive 500 coins, Dinner for 400 coins, Mug.",
            await ToPersonAsync("ana", "tier.reached"),
            StringComparison.Ordinal
        );

        await WinAsync("d2", "ben@example.com", "300");
        var celebrated = await ToChannelAsync("team.reward");
        Assert.Contains("EMEA together reached Base of “Team push”", celebrated, StringComparison.Ordinal);
        Assert.Contains("404.99 EUR of 300 EUR", celebrated, StringComparison.Ordinal);
        Assert.Contains("50 coins each for Ana Alvarez, Ben Okafor and Mara Manager.", celebrated, StringComparison.Ordinal);
        Assert.Contains("Thanks to everyone who took part.", celebrated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_is_used_and_who_wants_no_public_post_is_not_named()
    {
        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "emea",
                alias = "The Cat",
                publicity = "alias",
            }
        );
        await host.PutAsync(
            "/api/v1/people/ben",
            new
            {
                name = "Ben Okafor",
                email = "ben@example.com",
                team = "emea",
                publicity = "none",
            }
        );
        await WinAsync("d1", "ana@example.com", "104.99");
        await WinAsync("d2", "ben@example.com", "300");

        Assert.Contains("The Cat reached Base", await ToChannelAsync("tier.reached"), StringComparison.Ordinal);
        var celebrated = await ToChannelAsync("team.reward");
        Assert.Contains("for The Cat, Mara Manager and 1 more", celebrated, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", celebrated, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", celebrated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_is_told_to_the_person_with_the_activity_and_the_way_back()
    {
        await WinAsync("d1", "ana@example.com", "104.99");
        await SendAsync("e2", """{"type":"deal.reopened","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d1"}}""");

        var text = await ToPersonAsync("ana", "reversal");

        Assert.Contains("“Own push”, Base, November 2026: what it gave was taken back", text, StringComparison.Ordinal);
        Assert.Contains("(crm/e2)", text, StringComparison.Ordinal);
    }

    private async Task<string> ToChannelAsync(string kind) => await ComposedAsync(new Recipient.Channel(new("slack:C01")), kind);

    private async Task<string> ToPersonAsync(string person, string kind) => await ComposedAsync(new Recipient.Person(new(person)), kind);

    /// <summary>The whole message that an announcement goes out with.</summary>
    private async Task<string> ComposedAsync(Recipient to, string kind)
    {
        var told = await ToldAsync(to);
        var one = told.Last(view => view.Kind == kind);
        var message = told.Where(view => view.Post == one.Post)
            .Select(view => new Announcement(view.Kind, view.About, view.To, view.Post, Position: null, view.Data))
            .ToList();
        return PlainText.Render(
            await host.Service<AnnouncementComposer>()
                .ComposeAsync(new("1", to, message, Attempt: 1, Fence: 1, Edits: null, one.At), CancellationToken.None)
        );
    }

    private Task<IReadOnlyList<AnnouncementView>> ToldAsync(Recipient to) =>
        host.Service<AnnouncementReader>().ToAsync(to, 100, CancellationToken.None);

    private Task<IReadOnlyList<AuditRecord>> AuditsAsync() => host.Service<AuditReader>().ListAsync(1000, CancellationToken.None);

    private async Task<string> AskAsync(string person, string line) => PlainText.Render((await ReplyAsync(person, line)).Card);

    private Task<CommandReply> ReplyAsync(string person, string line) =>
        host.Service<CommandDesk>().AnswerAsync(User(person), line, Place, English, CancellationToken.None);

    private Task<FormReply> SubmitAsync(string person, string form, string state, params (string Field, string Value)[] values) =>
        host.Service<FormDesk>()
            .SubmitAsync(
                User(person),
                new(form, state),
                new(values.ToDictionary(value => value.Field, value => (IReadOnlyList<string>)[value.Value], StringComparer.Ordinal)),
                Place,
                English,
                CancellationToken.None
            );

    private Task WinAsync(string deal, string owner, string amount) =>
        SendAsync(
            deal,
            $$"""{"type":"deal.closed","timestamp":"2026-11-18T08:00:00Z","data":{"dealId":"{{deal}}","owner":"{{owner}}","outcome":"won","amount":{{amount}},"currency":"EUR"} }"""
        );

    private async Task SendAsync(string id, string json)
    {
        using var response = await host.SendAsync(id, json);
        Assert.Contains("recorded", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task PutAsync(string id, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await host.Admin.PutAsync(new Uri($"/api/v1/goals/{id}", UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static Place Place => new("web", "emea", IsChannel: true);
}
