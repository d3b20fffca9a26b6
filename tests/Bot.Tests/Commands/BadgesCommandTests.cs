using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;
using Gamification.Announcements;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>Badges on the whole host: Ana has won a deal and sent a quote, Ben has sent a quote, Cho of another team has nothing, Mara manages EMEA.</summary>
public sealed class BadgesCommandTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly Place Channel = new("slack", "C01", IsChannel: true);

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await SendAsync("q1", "quote.sent", new { quoteId = "q1", owner = "ana@example.com" }, "08:30");
        await SendAsync(
            "d1",
            "deal.closed",
            new
            {
                dealId = "d1",
                owner = "ana@example.com",
                outcome = "won",
                amount = 1200.5,
                currency = "EUR",
            },
            "08:40"
        );
        await SendAsync("q2", "quote.sent", new { quoteId = "q2", owner = "ben@example.com" }, "08:50");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_own_cabinet_has_the_date_of_what_is_earned_and_the_progress_of_the_rest()
    {
        var text = await TextAsync("ben", "/badges");

        Assert.StartsWith("Your badges\n1 of 14", text, StringComparison.Ordinal);
        Assert.Contains("Opening Move: earned 18 Nov 2026", text, StringComparison.Ordinal);
        Assert.Contains("First Sale: locked, 0/1, 0 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_badge_the_nearest_is_named() =>
        Assert.Contains(
            "No badge yet. The nearest is First Sale: win a deal (0/1).",
            await TextAsync("cho", "/badges"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/badges ana")]
    [InlineData("/badges @Ana Alvarez")]
    [InlineData("/badges ANA@example.com")]
    [InlineData("/badges of person:ana")]
    [InlineData("/medalist badges alvarez please")]
    public async Task Of_a_colleague_only_what_they_earned_is_shown(string line)
    {
        var text = await TextAsync("ben", line);

        Assert.StartsWith("Badges of Ana Alvarez\n2 of 14", text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", await TextAsync("ana", "/badges ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_seen_by_the_manager_and_by_teammates_where_the_team_shares_it()
    {
        Assert.Contains("First Sale: locked, 0/1, 0 %", await TextAsync("mara", "/badges ben"), StringComparison.Ordinal);
        Assert.DoesNotContain("First Sale", await TextAsync("ana", "/badges ben"), StringComparison.Ordinal);

        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                shareBadgeProgress = true,
            }
        );

        Assert.Contains("First Sale: locked, 0/1, 0 %", await TextAsync("ana", "/badges ben"), StringComparison.Ordinal);
        Assert.DoesNotContain("First Sale", await TextAsync("cho", "/badges ben"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/badges first sale")]
    [InlineData("/badges First-Sale")]
    [InlineData("/badges details of the badge firstsale")]
    [InlineData("/badges ana first sale")]
    [InlineData("/badges first sale ana")]
    public async Task One_badge_is_shown_in_full_however_it_is_asked_for(string line)
    {
        var text = await TextAsync("ana", line);

        Assert.Contains("Category: Milestone\nUnlocks at: Win a deal\nEarned: You, Wed 18 Nov 09:40", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_one_badge_the_buttons_lead_to_the_next_and_back_in_place()
    {
        var card = (await AskAsync("ben", "/badges ana opening-move")).Card;

        var buttons = Assert.Single(card.Parts.OfType<CardPart.Buttons>()).Items;
        Assert.Equal(["badges person:ana first-sale", "badges person:ana"], buttons.Select(button => button.Command));
        Assert.All(buttons, button => Assert.Equal(Answer.Replace, button.Answer));
        Assert.StartsWith("First Sale", await TextAsync("ben", buttons[0].Command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_by_an_alias_is_found_and_shown_by_it_only()
    {
        await PersonAsync("ana", "Ana Alvarez", publicity: "alias", alias: "Night Owl");

        Assert.StartsWith("Badges of Night Owl", await TextAsync("cho", "/badges night owl"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", await TextAsync("cho", "/badges night owl"), StringComparison.Ordinal);
        Assert.DoesNotContain("Night Owl", await TextAsync("cho", "/badges ana"), StringComparison.Ordinal);
        Assert.DoesNotContain("Night Owl", await TextAsync("cho", "/badges person:ana"), StringComparison.Ordinal);
        Assert.Contains("First Sale", await TextAsync("cho", "/badges @night owl first-sale"), StringComparison.Ordinal);
        Assert.StartsWith("Badges of Night Owl", await TextAsync("mara", "/badges ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_public_post_is_kept_private_and_asking_is_audited()
    {
        await PersonAsync("ana", "Ana Alvarez", publicity: "none");

        Assert.Contains("No such badge or person", await TextAsync("cho", "/badges alvarez"), StringComparison.Ordinal);
        Assert.Contains("they are kept private", await TextAsync("cho", "/badges person:ana"), StringComparison.Ordinal);
        var audit = await host.Service<AuditReader>().ListAsync(1, CancellationToken.None);
        Assert.Equal(("right.refused", "cho"), Assert.Single(audit) is var row ? (row.What, row.By) : default);
        Assert.StartsWith("Badges of Ana Alvarez", await TextAsync("mara", "/badges ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_in_Slack_is_the_person_linked_to_it_and_anybody_else_gets_the_remedy()
    {
        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "emea",
                identities = new[] { new { source = "slack", id = "U012AB3CD" } },
            }
        );
        ChatUser ben = new("slack", "U9", _ => Task.FromResult<string?>("ben@example.com"));

        Assert.Equal("Badges of Ana Alvarez", (await AskAsync(ben, "/badges <@U012AB3CD|ana a>")).Card.Title);
        Assert.Equal("Nobody we know", (await AskAsync(ben, "/badges <@U000>")).Card.Title);
    }

    [Fact]
    public async Task An_unclear_or_unknown_name_is_answered_with_whom_or_what_it_may_be()
    {
        await PersonAsync("ana2", "Ana Antonelli");

        var unclear = (await AskAsync("cho", "/badges ana")).Card;
        Assert.Equal("Who is meant?", unclear.Title);
        Assert.Equal(
            ["Ana Alvarez · EMEA", "Ana Antonelli", "My badges"],
            Assert.Single(unclear.Parts.OfType<CardPart.Buttons>()).Items.Select(button => button.Label)
        );
        Assert.Contains("First Sale: /badges first-sale", await TextAsync("cho", "/badges fist sale"), StringComparison.Ordinal);
        Assert.Contains(
            "There is no badge and no person called “<!here> zzz”",
            await TextAsync("cho", "/badges <!here> zzz"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Hints_are_switched_by_the_person_and_audited()
    {
        Assert.Contains("Hints: off", await TextAsync("ana", "/medalist settings"), StringComparison.Ordinal);
        Assert.Contains("Saved.", await TextAsync("ana", "/medalist settings HINTS on"), StringComparison.Ordinal);
        Assert.Contains("Hints: on", await TextAsync("ana", "/medalist settings"), StringComparison.Ordinal);
        Assert.Contains("is no setting", await TextAsync("ana", "/medalist settings volume up"), StringComparison.Ordinal);
        var audit = Assert.Single(await host.Service<AuditReader>().ListAsync(1, CancellationToken.None));
        Assert.Equal(("person.hints", "ana", "off", "on"), (audit.What, audit.By, audit.Before, audit.After));
    }

    [Fact]
    public async Task A_channel_mentions_the_person_once_its_manager_says_so_and_a_later_PUT_keeps_it()
    {
        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "emea",
                identities = new[] { new { source = "slack", id = "U012AB3CD" } },
            }
        );
        Assert.Contains("not connected", await InChannelAsync("mara", "/medalist channel mention person"), StringComparison.Ordinal);
        await InChannelAsync("mara", "/medalist channel emea");
        Assert.Contains(
            "Only a manager of EMEA",
            await InChannelAsync("ana", "/medalist channel mention person"),
            StringComparison.Ordinal
        );
        Assert.Empty((await PostAsync()).Parts.OfType<CardPart.Mention>());

        Assert.Contains("Saved.", await InChannelAsync("mara", "/medalist channel mention PERSON"), StringComparison.Ordinal);
        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = new[] { new { platform = "slack", conversation = "C01" } },
            }
        );

        var post = await PostAsync();
        Assert.Equal(
            new CardPart.Mention("Ana Alvarez", "U012AB3CD", "earned First Sale"),
            Assert.Single(post.Parts.OfType<CardPart.Mention>())
        );
        Assert.Contains("\"user_id\":\"U012AB3CD\"", BlockKit.Render(post).ToJsonString(), StringComparison.Ordinal);
        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                channels = new[]
                {
                    new
                    {
                        platform = "slack",
                        conversation = "C01",
                        mention = "name",
                    },
                },
            }
        );
        Assert.Empty((await PostAsync()).Parts.OfType<CardPart.Mention>());
    }

    [Fact]
    public async Task Why_tells_a_locked_badge_an_earned_one_and_one_taken_back_in_numbers()
    {
        Assert.Contains(
            "First Sale is locked at 0/1 (0 %): 1 deal missing.",
            await TextAsync("ben", "/why badge first sale"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "You hold First Sale.\nIt was earned on Wed 18 Nov 09:40 (Europe/Paris) by: Deal won · 1,200.50 EUR.",
            await TextAsync("ana", "/why did I get first-sale?"),
            StringComparison.Ordinal
        );

        await SendAsync("r1", "deal.reopened", new { dealId = "d1" }, "08:55");

        var revoked = await TextAsync("ana", "/why badge first sale");
        Assert.Contains(
            "It was taken back on Wed 18 Nov 09:55 (Europe/Paris) by: Deal taken back · −1,200.50 EUR. It was reopened, voided or deleted.",
            revoked,
            StringComparison.Ordinal
        );
        Assert.Contains("brought +10.", await TextAsync("ana", "/why"), StringComparison.Ordinal);
        Assert.Contains("“zzz” is nothing that can be explained.", await TextAsync("ana", "/why zzz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_of_somebody_else_is_for_their_manager()
    {
        Assert.Contains(
            "Ana Alvarez holds First Sale.",
            await TextAsync("mara", "/why person:ana badge first-sale"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Only their manager or an admin can",
            await TextAsync("ben", "/why person:ana badge first-sale"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_API_gives_the_same_sentences_and_a_problem_for_what_cannot_be_explained()
    {
        var answer = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/why?about=badge:first-sale");
        Assert.Equal("Ana Alvarez holds First Sale.", answer.GetProperty("sentences")[0].GetString());

        using var unknown = await host.Admin.GetAsync("/api/v1/people/ana/why?about=weather");
        Assert.Equal(400, (int)unknown.StatusCode);
        Assert.Equal("application/problem+json", unknown.Content.Headers.ContentType?.MediaType);
        using var nobody = await host.Admin.GetAsync("/api/v1/people/nobody/why");
        Assert.Equal(404, (int)nobody.StatusCode);
    }

    [Fact]
    public async Task A_wrong_mention_in_PUT_teams_is_a_problem_at_its_pointer()
    {
        using var response = await host.Admin.PutAsJsonAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                channels = new[]
                {
                    new
                    {
                        platform = "slack",
                        conversation = "C01",
                        mention = "everyone",
                    },
                },
            }
        );

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("/channels/0/mention", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The post of Ana's unlock in the channel, as it would go out now.</summary>
    private Task<Card> PostAsync()
    {
        var channel = new Recipient.Channel(new("slack:C01"));
        var data = new Dictionary<string, string>
        {
            ["badge"] = "first-sale",
            ["person"] = "ana",
            ["number"] = "1",
        };
        var delivery = new Delivery(
            "x",
            channel,
            [new("badge.unlocked", "badge:first-sale:ana", channel, "fact:crm:d1", null, data)],
            1,
            1,
            null,
            NodaTime.Instant.FromUtc(2026, 11, 18, 9, 0)
        );
        return host.Service<AnnouncementComposer>().ComposeAsync(delivery, CancellationToken.None);
    }

    private Task PersonAsync(string id, string name, string publicity = "named", string? alias = null) =>
        host.PutAsync(
            $"/api/v1/people/{id}",
            new
            {
                name,
                email = $"{id}@example.com",
                team = id == "ana" ? "emea" : null,
                publicity,
                alias,
            }
        );

    private async Task<string> TextAsync(string person, string line) => PlainText.Render((await AskAsync(person, line)).Card);

    private async Task<string> InChannelAsync(string person, string line) =>
        PlainText.Render(
            (await host.Service<CommandDesk>().AnswerAsync(Page(person), line, Channel, English, CancellationToken.None)).Card
        );

    private Task<CommandReply> AskAsync(string person, string line) => AskAsync(Page(person), line);

    private Task<CommandReply> AskAsync(ChatUser user, string line) =>
        host.Service<CommandDesk>().AnswerAsync(user, line, new(user.Platform, "D01", IsChannel: false), English, CancellationToken.None);

    private static ChatUser Page(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private Task SendAsync(string id, string type, object data, string time) => host.ReportAsync(id, type, data, $"2026-11-18T{time}:00Z");
}
