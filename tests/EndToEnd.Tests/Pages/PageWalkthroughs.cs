using OpenQA.Selenium;

namespace EndToEnd.Tests.Pages;

/// <summary>What a person does on the page, in a real browser against a real host.</summary>
public sealed class PageWalkthroughs : IAsyncLifetime
{
    private PageHost host = null!;

    public async Task InitializeAsync() => host = await PageHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public void A_rep_looks_at_the_month_then_at_last_week_shares_it_and_another_sees_their_rank()
    {
        using var browser = OpenPage();
        browser.Choose("#choose-person", "Ana Alvarez");
        browser.Saying("#private-title", "Ana Alvarez");

        browser.One("#command").SendKeys("/leaderboard month" + Keys.Enter);
        browser.Saying("#private-feed .is-viewer", "Ana Alvarez");
        browser.Picture("board");

        browser.One("#command").SendKeys("/leaderboard last week" + Keys.Enter);
        browser.Saying("#private-feed .answer:nth-last-of-type(1)", "Week 46");
        browser.Button("#private-feed .answer:nth-last-of-type(1)", "Share to channel").Click();
        browser.Saying("#private-feed", "Shared to the channel");
        browser.Saying("#channel-feed .post:nth-last-of-type(1)", "Week 46");

        browser.Choose("#choose-person", "Ben Okafor");
        browser.Saying("#private-title", "Ben Okafor");
        browser.Button("#channel-feed .post:nth-last-of-type(1)", "Show my rank").Click();
        browser.Saying("#private-feed .answer", "Ben Okafor");
        browser.Picture("shared");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void A_selector_changes_the_board_in_place_and_keeps_the_focus()
    {
        using var browser = OpenPage("?person=ana");
        browser.One("#command").SendKeys("/leaderboard" + Keys.Enter);
        browser.Button("#private-feed .selector", "Month").Click();

        browser.Saying("#private-feed .selector button[aria-pressed=true]", "Month");
        // The dashboard's, with which the page begins, and the one board.
        Assert.Equal(2, browser.All("#private-feed .answer .ranking").Count);
        Assert.Equal("Month", browser.Focused.Text);
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void A_deal_reported_by_the_button_appears_in_the_channel_without_a_reload()
    {
        using var browser = OpenPage("?person=cho");
        browser.Run("window.stayed = true");

        browser.Button(".demo", "Deal won").Click();

        browser.Saying(".demo-result", "202 recorded");
        browser.Saying("#channel-feed .post", "Cho Min");
        Assert.Equal(true, browser.Run("return window.stayed"));
        browser.Picture("deal");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void An_amount_that_is_none_is_refused_with_the_remedy()
    {
        using var browser = OpenPage("?person=cho");
        browser.One("#amount").Clear();
        browser.One("#amount").SendKeys("a lot");
        browser.Button(".demo", "Deal won").Click();

        browser.Saying(".demo-result", "An amount is a positive number");
    }

    [BrowserFact]
    public void The_keyboard_alone_is_enough()
    {
        using var browser = OpenPage("?person=ana");
        browser.Type(Keys.Tab);
        Assert.Equal("Skip to the command box", browser.Focused.Text);
        browser.Type(Keys.Enter);
        Assert.Equal("command", browser.Focused.GetAttribute("id"));

        browser.Type("/points" + Keys.Enter);
        browser.Saying("#private-feed .answer", "10");
        browser.Type(Keys.ArrowUp);
        Assert.Equal("/points", browser.Focused.GetAttribute("value"));
        browser.Type(Keys.Tab + Keys.Tab);
        browser.Type(Keys.Enter);
        browser.Saying("#private-feed .is-viewer", "Ana Alvarez");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void Without_scripts_the_page_is_read_and_answers_commands_and_buttons()
    {
        using var browser = new Browser(scripts: false);
        browser.Open(new(host.Url, "/?person=ben"));
        browser.Saying("#channel-feed .post", "Ana Alvarez");

        browser.One("#command").SendKeys("/leaderboard month" + Keys.Enter);
        browser.Saying("#private-feed .is-viewer", "Ben Okafor");
        browser.Button("#private-feed .selector", "Week").Click();
        browser.Saying("#private-feed .selector button[aria-pressed=true]", "Week");
        browser.Choose("#choose-person", "Cho Min");
        browser.Button("#private .chooser", "Show").Click();
        browser.Saying("#private-title", "Cho Min");
        browser.Button(".demo", "Quote sent").Click();
        browser.Saying(".demo-result", "202 recorded");
    }

    [BrowserFact]
    public void Nothing_serious_stands_in_the_way_of_a_screen_reader_in_light_dark_or_narrow()
    {
        using var browser = OpenPage("?person=ana");
        foreach (
            var (line, answer) in ((string, string)[])
                [("/leaderbord", "/leaderboard"), ("/points", "Quote"), ("/leaderboard", "Ben Okafor")]
        )
        {
            browser.One("#command").SendKeys(line + Keys.Enter);
            browser.Saying("#private-feed .answer:nth-last-of-type(1)", answer);
        }

        foreach (var scheme in (string[])["light", "dark"])
        {
            browser.Prefer(scheme);
            browser.Resize(1360, 900);
            Assert.Empty(browser.AccessibilityProblems());
            browser.Picture($"page-{scheme}");
            browser.Resize(360, 740);
            Assert.Empty(browser.AccessibilityProblems());
            Assert.Equal(0L, browser.Run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            browser.Picture($"page-{scheme}-narrow");
        }
    }

    private Browser OpenPage(string query = "")
    {
        var browser = new Browser();
        browser.Open(new(host.Url, "/" + query));
        return browser;
    }
}
