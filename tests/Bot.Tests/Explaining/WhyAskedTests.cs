using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Tests.Explaining;

/// <summary>Who may ask what, and how a goal is called: a manager asks of their people, a rep of their own.</summary>
public sealed class WhyAskedTests : IAsyncLifetime
{
    private const string Rest =
        "\"period\":{\"kind\":\"month\"},\"metric\":\"quotes\",\"target\":10,\"tiers\":[{\"kind\":\"base\"},{\"kind\":\"super\",\"label\":\"Gold\"}]";

    private Explained game = null!;

    public async Task InitializeAsync()
    {
        game = await Explained.StartAsync();
        await game.PutAsync("emea-november", "EMEA November", """{"kind":"members","id":"emea"}""", Rest);
        await game.PutAsync("chos", "Chos goal", """{"kind":"person","id":"cho"}""", Rest);
        await game.PutAsync("secret", "Secret plan", """{"kind":"person","id":"ana"}""", $"{Rest},\"draft\":true");
        await game.PutAsync("dark", "Shadow play", """{"kind":"person","id":"ana"}""", $"{Rest},\"shadow\":true");
    }

    public async Task DisposeAsync() => await game.DisposeAsync();

    [Theory]
    [InlineData("ana", "/why goal emea november super", "Why Gold (Super) of “EMEA November”?")]
    [InlineData("ana", "/why EMEA-November gold", "Why Gold (Super) of “EMEA November”?")]
    [InlineData("ana", "/why goal EMEA", "Why “EMEA November”?")]
    [InlineData("ana", "/why reward november", "Grants of “EMEA November”")]
    [InlineData("ana", "/why grant", "Your latest grants")]
    [InlineData("mara", "/why goal november person:ben", "Why “EMEA November”?")]
    [InlineData("mara", "/why goal secret person:ana", "Why “Secret plan”?")]
    [InlineData("mara", "/why goal secret @ana", "Why “Secret plan”?")]
    [InlineData("mara", "/why @ana alvarez goal secret", "Why “Secret plan”?")]
    [InlineData("mara", "/why goal secret of @ana@example.com?", "Why “Secret plan”?")]
    [InlineData("ana", "/why goal emea @ana", "Why “EMEA November”?")]
    [InlineData("ana", "/why goal secret", "Why which goal?")]
    [InlineData("ana", "/why goal dark", "Why which goal?")]
    [InlineData("ana", "/why goal", "Why “EMEA November”?")]
    [InlineData("cho", "/why goal chos", "Why “Chos goal”?")]
    public async Task A_goal_is_found_however_it_is_called(string person, string line, string title) =>
        Assert.Equal(title, (await game.AskAsync(person, line)).Title);

    [Theory]
    [InlineData("ana", "/why goal chos")]
    [InlineData("ana", "/why goal Chos goal")]
    [InlineData("mara", "/why goal chos")]
    [InlineData("mara", "/why goal chos person:cho")]
    [InlineData("mara", "/why @cho")]
    [InlineData("ana", "/why @ben")]
    [InlineData("cho", "/why goal emea-november")]
    [InlineData("cho", "/why grant emea-november/person:ana/base/2026-11")]
    [InlineData("ana", "/why grant chos/person:cho/base/2026-11")]
    [InlineData("ben", "/why grant emea-november/person:ana/base/2026-11")]
    public async Task What_is_none_of_the_askers_business_is_refused_and_audited(string person, string line)
    {
        var told = PlainText.Render(await game.AskAsync(person, line));

        Assert.Contains("admin", told, StringComparison.Ordinal);
        var audit = await game.Host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/audit");
        Assert.Contains(
            audit.EnumerateArray(),
            row =>
                row.ToString().Contains("right.refused", StringComparison.Ordinal)
                && row.ToString().Contains($"\"{person}\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_draft_a_shadow_an_archived_goal_and_one_of_others_say_so()
    {
        Assert.Contains(
            "It is a draft: until it is published it counts nothing, grants nothing, and only managers see it.",
            await game.WhyAsync("ana", "goal:secret")
        );
        Assert.Contains(
            "It is a shadow: it counts and shows managers what it would do, and neither pays nor posts.",
            await game.WhyAsync("ana", "goal:dark")
        );
        Assert.Contains(
            "Cho Min has no part in it: nothing of theirs counts for it, and nothing is granted to them.",
            await game.WhyAsync("cho", "goal:emea-november")
        );
        var whose = Explained.Sentences(await game.AskAsync("mara", "/why goal emea-november"));
        Assert.Contains(whose, line => line.StartsWith("Mara Manager: 0 of 10 quotes", StringComparison.Ordinal));
        using var gone = await game.Host.Admin.DeleteAsync(new Uri("/api/v1/goals/chos", UriKind.Relative));
        gone.EnsureSuccessStatusCode();
        Assert.Contains(await game.WhyAsync("cho", "goal:chos"), line => line.Contains("archived", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_without_a_part_in_a_goal_of_members_is_asked_of_whom()
    {
        await game.Host.PutAsync(
            "/api/v1/people/cho",
            new
            {
                name = "Cho Min",
                email = "cho@example.com",
                team = "amer",
                role = "admin",
            }
        );

        Assert.Equal("Why “EMEA November” of whom?", (await game.AskAsync("cho", "/why goal emea-november")).Title);
        Assert.Equal("Why “EMEA November”?", (await game.AskAsync("cho", "/why goal emea-november person:ana")).Title);
    }

    [Fact]
    public async Task Several_goals_are_asked_for_with_buttons_that_keep_the_person()
    {
        var card = await game.AskAsync("mara", "/why goal person:ana");

        Assert.Equal("Why which goal?", card.Title);
        Assert.Equal(
            ["why goal dark person:ana", "why goal emea-november person:ana", "why goal secret person:ana"],
            Assert.Single(card.Parts.OfType<CardPart.Buttons>()).Items.Select(button => button.Command)
        );
        Assert.Equal("Why “EMEA November”?", (await game.AskAsync("mara", "why goal emea-november person:ana")).Title);
    }

    [Fact]
    public async Task A_name_that_two_people_have_or_nobody_is_asked_about()
    {
        await game.Host.PutAsync(
            "/api/v1/people/ana2",
            new
            {
                name = "Ana Zuniga",
                email = "zuniga@example.com",
                team = "emea",
            }
        );

        var two = await game.AskAsync("mara", "/why goal emea @ana");
        var none = await game.AskAsync("mara", "/why goal emea @<!channel>");

        Assert.Equal("Who is meant?", two.Title);
        Assert.Equal(
            ["why activity", "why goal emea person:ana", "why goal emea person:ana2"],
            Assert.Single(two.Parts.OfType<CardPart.Buttons>()).Items.Select(button => button.Command).Order(StringComparer.Ordinal)
        );
        Assert.Equal("Why “EMEA November”?", (await game.AskAsync("mara", "/why goal emea @ana zuniga")).Title);
        Assert.Equal("Nobody we know", none.Title);
    }

    [Theory]
    [InlineData("goal:nothing-like-it")]
    [InlineData("goal:secret/../chos")]
    [InlineData("grant:///")]
    [InlineData("grant:chos/person:nobody/base/2026-11")]
    [InlineData("grant:chos/person:cho/giga/2026-11")]
    [InlineData("grant:chos/person:cho/base/2026-W99")]
    [InlineData("grant:chos/team:emea/base/2026-11")]
    [InlineData("grant:\u202Egnp.exe <!channel>")]
    [InlineData("goal:%00 base base base")]
    public async Task What_names_nothing_is_told_what_to_ask(string about)
    {
        using var answer = await game.Host.Admin.GetAsync(
            new Uri($"/api/v1/people/cho/why?about={Uri.EscapeDataString(about)}", UriKind.Relative)
        );

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("about=goal:", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
