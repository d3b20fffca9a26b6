using OpenQA.Selenium;

namespace EndToEnd.Tests.Pages;

/// <summary>Cho's goals on the page, in a real browser against a real host: every way takes at most three presses.</summary>
public sealed class GoalWalkthroughs : IAsyncLifetime
{
    private const string Answer = "#private-feed .answer:nth-last-of-type(1)";
    private PageHost host = null!;

    public async Task InitializeAsync() => host = await PageHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public void The_page_begins_with_the_dashboard_and_its_sections_take_its_place_and_lead_back()
    {
        using var browser = OpenPage();
        browser.Saying(Answer, "Your performance");
        browser.Saying(Answer, "Top goal: 0 of 10 quotes");
        browser.Picture("goals-first-view");

        foreach (
            var (way, title) in ((string, string)[])[("Goals", "Your goals"), ("Badges", "Your badges"), ("Leaderboard", "leaderboard")]
        )
        {
            browser.Button(Answer, way).Click();
            browser.Saying(Answer, title);
            browser.Button(Answer, "◀ Dashboard").Click();
            browser.Saying(Answer, "Your performance");
        }

        Assert.Single(browser.All("#private-feed .answer"));
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void A_goal_is_paused_resumed_deleted_and_had_back_and_the_defaults_restored()
    {
        using var browser = OpenPage();
        browser.Button(Answer, "Goals").Click();
        browser.Saying(Answer, "0 of 4 active days");
        browser.Picture("goals-list");

        browser.Button(Answer, "Pause").Click();
        browser.Saying(Answer, "⏸ paused");
        browser.Button(Answer, "Resume").Click();
        browser.Saying(Answer, "It counts again");

        browser.Button(Answer, "Delete").Click();
        browser.Button(Answer, "Undo").Click();
        browser.Saying(Answer, "It is back: 10 quotes a week");

        foreach (var goal in (string[])["10 quotes", "median reply 30 min", "4 active days"])
        {
            browser.Button(Answer, "Delete").Click();
            browser.Saying(Answer, $"Deleted: {goal} a week");
        }

        browser.Saying(Answer, "You have no goal now");
        browser.Picture("goals-empty");
        browser.Button(Answer, "Restore defaults").Click();
        browser.Saying(Answer, "The default goals are back");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void A_goal_is_made_and_edited_by_its_form_and_a_wrong_target_is_told_beside_what_was_typed()
    {
        using var browser = OpenPage();
        browser.Button(Answer, "Goals").Click();
        browser.Button(Answer, "New goal").Click();
        browser.Choose("[name=f-type]", "Revenue, in EUR");
        browser.Choose("[name=f-period]", "Month");
        browser.One("[name=f-target]").SendKeys("a lot" + Keys.Enter);

        browser.Saying(".field .error", "Write an amount in EUR");
        Assert.Equal("a lot", browser.One("[name=f-target]").GetAttribute("value"));
        browser.Picture("goals-form-error");

        browser.One("[name=f-target]").Clear();
        browser.One("[name=f-target]").SendKeys("10,000" + Keys.Enter);
        browser.Saying(Answer, "It counts: 10,000 EUR a month");
        browser.Button(Answer, "◀ Dashboard").Click();
        browser.Saying(Answer, "Your performance");
        Assert.Empty(browser.Complaints());
    }

    private Browser OpenPage()
    {
        var browser = new Browser();
        browser.Open(new(host.Url, "/?person=cho"));
        return browser;
    }
}
