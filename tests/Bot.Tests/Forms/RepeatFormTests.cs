using System.Globalization;
using System.Text;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Play;
using Bot.Tests.Forms.Surfaces;
using Bot.Tests.Hosting;
using Gamification.Announcements;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>What was posted about a goal is posted again: EMEA wants 300 EUR together, each member 100, in November 2026.</summary>
public sealed class RepeatFormTests : IAsyncLifetime
{
    private const string Tier = "tier:each:person:ana:2026-11:base";
    private const string Reward = "reward:team:team:emea:2026-11:base";
    private const string Published = "goal:team:published";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await ConnectAsync("C01", "C02");
        await RepeatGoals.PutAsync(host, "emea");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(Tier, "tier.reached")]
    [InlineData(Reward, "team.reward")]
    [InlineData(Published, "goal.published")]
    public async Task Each_post_is_made_once_more_in_every_channel_it_was_made_in_however_often_it_is_sent(string about, string kind)
    {
        await WinAsync("d1", "ana@example.com", "300");
        var form = await OpenAsync(about);

        for (var press = 0; press < 2; press++)
            Assert.Contains("It is posted once more.", await SubmitAsync(form), StringComparison.Ordinal);

        foreach (var channel in new[] { "slack:C01", "slack:C02", "web:emea" })
            Assert.Equal(2, (await ToldAsync(channel)).Count(told => told.Kind == kind && told.Data["goal"] == about.Split(':')[1]));
        Assert.Single(await AuditsAsync(), row => row.What == "goal.told.again");
    }

    [Fact]
    public async Task Two_who_open_it_at_once_post_it_once_and_whoever_opens_it_afterwards_once_more()
    {
        await WinAsync("d1", "ana@example.com", "300");
        var (first, second) = (await OpenAsync(Tier), await OpenAsync(Tier));
        await SubmitAsync(first);
        await SubmitAsync(second);
        Assert.Equal(2, await TiersAsync());

        var later = await OpenAsync(Tier);
        Assert.Contains(later.Parts.OfType<FormPart.Facts>().Single().Rows, fact => fact == new Fact("Posted again", "once"));
        await SubmitAsync(later);

        Assert.Equal(3, await TiersAsync());
    }

    [Fact]
    public async Task The_form_shows_what_will_be_posted_and_asks_to_confirm_it()
    {
        await WinAsync("d1", "ana@example.com", "300");

        var form = await OpenAsync(Tier);

        Assert.Contains(
            form.Parts.OfType<FormPart.Text>(),
            text => text.Value.Contains("Ana Alvarez reached Base of “Each push”", StringComparison.Ordinal)
        );
        Assert.Contains(
            form.Parts.OfType<FormPart.Facts>().Single().Rows,
            fact => fact == new Fact("Where", "2 channels in Slack, the page")
        );
        Assert.NotEmpty(Assert.IsType<FormReply.Show>(await SendAsync("mara", form.State, confirmed: false)).Errors);
        Assert.Equal(1, await TiersAsync());
    }

    [Theory]
    [InlineData("tier:each:person:ben:2026-11:base")]
    [InlineData("tier:each:person:ana:2026-11:mega")]
    [InlineData("reward:gone:team:emea:2026-11:base")]
    [InlineData("board:org:2026-W47:final")]
    [InlineData("badge:first-sale:ana")]
    [InlineData("goal:gone:published")]
    [InlineData("goal:team:version:2")]
    [InlineData("99 " + Tier)]
    [InlineData("-1 " + Tier)]
    [InlineData("1 2 " + Tier)]
    [InlineData(Tier + ":again:1")]
    public async Task What_was_never_posted_is_not_posted_again(string about)
    {
        await WinAsync("d1", "ana@example.com", "300");

        Assert.Contains("Nothing was ever posted about that.", await RefusedAsync(about), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_where_it_was_posted_and_a_channel_that_is_gone_gets_nothing()
    {
        await WinAsync("d1", "ana@example.com", "300");
        await ConnectAsync("C02", "C03");

        await SubmitAsync(await OpenAsync(Tier));

        Assert.Equal((1, 2, 0), (await TiersAsync("slack:C01"), await TiersAsync("slack:C02"), await TiersAsync("slack:C03")));
    }

    [Theory]
    [InlineData(Tier, PostKinds.Tiers)]
    [InlineData(Reward, PostKinds.Rewards)]
    [InlineData(Published, PostKinds.Goals)]
    public async Task A_channel_whose_kind_is_off_gets_nothing_and_where_all_are_that_is_said(string about, PostKinds off)
    {
        await WinAsync("d1", "ana@example.com", "300");
        await SwitchOffAsync(off, "slack:C01", "web:emea");
        Assert.Contains(
            (await OpenAsync(about)).Parts.OfType<FormPart.Facts>().Single().Rows,
            fact => fact == new Fact("Where", "a channel in Slack")
        );
        var form = await OpenAsync(about);
        await SwitchOffAsync(off, "slack:C02");

        Assert.Contains("has switched news of this kind off", await RefusedAsync(about), StringComparison.Ordinal);
        Assert.IsType<FormReply.Refused>(await SendAsync("mara", form.State));
        Assert.DoesNotContain(await AuditsAsync(), row => row.What == "goal.told.again");
    }

    [Fact]
    public async Task That_a_goal_is_there_can_be_told_in_a_channel_that_was_connected_later()
    {
        await ConnectAsync("C03");

        await SubmitAsync(await OpenAsync(Published));

        Assert.Single(await ToldAsync("slack:C03"), told => told.Kind == "goal.published");
    }

    [Fact]
    public async Task What_was_taken_back_is_not_told_again()
    {
        await WinAsync("d1", "ana@example.com", "120");
        await host.ReportAsync("e2", "deal.reopened", new { dealId = "d1" });

        Assert.Contains("It was taken back", await RefusedAsync(Tier), StringComparison.Ordinal);

        await WinAsync("d2", "ana@example.com", "120");
        Assert.Equal("Publish again", (await OpenAsync(Tier)).Title);
    }

    [Fact]
    public async Task Of_who_wants_no_public_posts_nothing_is_told_again()
    {
        await WinAsync("d1", "ana@example.com", "120");
        await host.PutAsync("/api/v1/people/ana", new { publicity = "none" });

        Assert.Contains("of whom nothing is posted in public", await RefusedAsync(Tier), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", "Nobody is told of a draft or a shadow.")]
    [InlineData("shadow", "Nobody is told of a draft or a shadow.")]
    public async Task Nobody_is_told_of_a_draft_or_a_shadow(string kind, string answer)
    {
        await RepeatGoals.PutAsync(host, kind, "Push", "team", "emea", 5, $",\"{kind}\":true");

        Assert.Contains(answer, await RefusedAsync($"goal:{kind}:published"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_that_is_closed_is_not_published_again_and_its_tiers_are()
    {
        await WinAsync("d1", "ana@example.com", "300");
        foreach (var goal in new[] { "team", "each" })
            (await host.Admin.DeleteAsync(new Uri($"/api/v1/goals/{goal}", UriKind.Relative))).Dispose();

        Assert.Contains("The goal is closed", await RefusedAsync(Published), StringComparison.Ordinal);
        await SubmitAsync(await OpenAsync(Tier));
        Assert.Equal(2, await TiersAsync());
    }

    [Fact]
    public async Task The_posts_of_a_goal_are_listed_with_what_became_of_them()
    {
        await WinAsync("d1", "ana@example.com", "300");
        await SubmitAsync(await OpenAsync(Tier));

        var text = PlainText.Render(
            (
                await host.Service<CommandDesk>()
                    .AnswerAsync(User("mara"), "/team-goals posts each", Place, English, CancellationToken.None)
            ).Card
        );

        Assert.Contains("Ana Alvarez reached Base of “Each push”", text, StringComparison.Ordinal);
        Assert.Contains("posted again once", text, StringComparison.Ordinal);
        Assert.Contains("Published: Each push", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Team push", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("cho")]
    public async Task Who_does_not_lead_the_team_is_refused_and_it_is_audited(string person)
    {
        await WinAsync("d1", "ana@example.com", "300");
        await host.PutAsync("/api/v1/teams/amer", new { name = "Americas", managers = new[] { "cho" } });
        var form = await OpenAsync(Tier);

        Assert.IsType<FormReply.Refused>(await SendAsync(person, form.State));

        Assert.Equal(1, await TiersAsync());
        Assert.Equal((person, "right.refused"), (await AuditsAsync())[0] is var audit ? (audit.By, audit.What) : default);
    }

    private async Task<int> TiersAsync(string channel = "slack:C01") =>
        (await ToldAsync(channel)).Count(told => told.Kind == "tier.reached" && told.Data["subject"] == "person:ana");

    private Task<IReadOnlyList<AnnouncementView>> ToldAsync(string channel) =>
        host.Service<AnnouncementReader>().ToAsync(new Recipient.Channel(new(channel)), 100, CancellationToken.None);

    private Task<IReadOnlyList<AuditRecord>> AuditsAsync() => host.Service<AuditReader>().ListAsync(1000, CancellationToken.None);

    private async Task<Form> OpenAsync(string about) => Assert.IsType<FormReply.Show>(await AskAsync(about)).Form;

    private async Task<string> RefusedAsync(string about) => PlainText.Render(Assert.IsType<FormReply.Refused>(await AskAsync(about)).Card);

    private Task<FormReply> AskAsync(string about) =>
        host.Service<FormDesk>().OpenAsync(User("mara"), new("post-again", about), Place, English, CancellationToken.None);

    private async Task<string> SubmitAsync(Form form) =>
        PlainText.Render(Assert.IsType<FormReply.Done>(await SendAsync("mara", form.State)).Card);

    private Task<FormReply> SendAsync(string person, string state, bool confirmed = true) =>
        host.Service<FormDesk>()
            .SubmitAsync(
                User(person),
                new("post-again", state),
                confirmed ? new(new Dictionary<string, IReadOnlyList<string>> { ["confirm"] = ["on"] }) : FormValues.None,
                Place,
                English,
                CancellationToken.None
            );

    private async Task SwitchOffAsync(PostKinds kinds, params string[] channels)
    {
        foreach (var channel in channels)
            await host.Service<ChannelDesk>()
                .ChangeAsync(new(channel), settings => settings with { Off = kinds }, "mara", CancellationToken.None);
    }

    private Task ConnectAsync(params string[] channels) =>
        host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = channels.Select(conversation => new { platform = "slack", conversation }),
            }
        );

    private Task WinAsync(string deal, string owner, string amount) => RepeatGoals.WinAsync(host, deal, owner, amount);

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static Place Place => new("web", "emea", IsChannel: true);
}

/// <summary>The same over the wire of each surface, by a manager.</summary>
public abstract class RepeatOnSurfaceTests<TSurface>(TSurface surface) : IClassFixture<TSurface>
    where TSurface : FormSurface, new()
{
    [Fact]
    public async Task A_reward_of_the_team_is_posted_again_once_although_it_is_sent_twice()
    {
        await surface.Host.PutAsync($"/api/v1/people/{surface.Person}", new { role = "manager" });
        await surface.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { surface.Person } });
        await RepeatGoals.PutAsync(surface.Host, "emea");
        await RepeatGoals.WinAsync(surface.Host, "d1", "ben@example.com", "300");
        await surface.OpenAsync("post-again reward:team:team:emea:2026-11:base");

        Assert.NotEmpty((await surface.SubmitAsync()).Errors);
        for (var press = 0; press < 2; press++)
            Assert.Contains("It is posted once more.", (await surface.SubmitAsync(("confirm", "on"))).Done, StringComparison.Ordinal);

        var told = await surface
            .Host.Service<AnnouncementReader>()
            .ToAsync(new Recipient.Channel(new("web:emea")), 100, CancellationToken.None);
        Assert.Equal(2, told.Count(one => one.Kind == "team.reward"));
    }
}

public sealed class RepeatOnSlackTests(SlackSurface surface) : RepeatOnSurfaceTests<SlackSurface>(surface);

public sealed class RepeatInTeamsTests(TeamsSurface surface) : RepeatOnSurfaceTests<TeamsSurface>(surface);

public sealed class RepeatOnThePageTests(PageSurface surface) : RepeatOnSurfaceTests<PageSurface>(surface);

file static class RepeatGoals
{
    /// <summary><c>team</c> 300 EUR together, <c>each</c> 100 EUR each, with coins.</summary>
    public static async Task PutAsync(RunningHost host, string team)
    {
        await PutAsync(host, "team", "Team push", "team", team, 300);
        await PutAsync(host, "each", "Each push", "members", team, 100);
    }

    /// <param name="more">Members that follow, each after a comma.</param>
    public static async Task PutAsync(RunningHost host, string id, string name, string kind, string team, int target, string more = "")
    {
        using var body = new StringContent(
            $$"""
            {"name":"{{name}}","subject":{"kind":"{{kind}}","id":"{{team}}"},"metric":"revenue","target":{{target}},"period":{"kind":"month"},
             "tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]}]{{more}} }
            """,
            Encoding.UTF8,
            "application/json"
        );
        using var response = await host.Admin.PutAsync(new Uri($"/api/v1/goals/{id}", UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public static Task WinAsync(RunningHost host, string deal, string owner, string amount) =>
        host.ReportAsync(
            deal,
            "deal.closed",
            new
            {
                dealId = deal,
                owner,
                outcome = "won",
                amount,
                currency = "EUR",
            },
            "2026-11-18T08:00:00Z"
        );
}
