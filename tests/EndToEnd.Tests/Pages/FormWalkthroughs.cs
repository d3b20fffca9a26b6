using OpenQA.Selenium;

namespace EndToEnd.Tests.Pages;

/// <summary>What a manager does in the forms of the page, in a real browser: Mara leads EMEA with Ana, Ben and Cho, Root is the admin.</summary>
public sealed class FormWalkthroughs : IAsyncLifetime
{
    private const string Last = "#private-feed .answer:nth-last-of-type(1)";

    private PageHost host = null!;

    public async Task InitializeAsync()
    {
        host = await PageHost.StartAsync();
        await host.WithLeadersAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public async Task A_deal_of_an_unknown_owner_is_linked_and_counts_for_Cho()
    {
        await host.WinAsync("x1", "u-77@elsewhere.example", 1200);
        using var browser = OpenPage();

        Ask(browser, "/medalist inbox");
        browser.Saying(Last, "u-77@elsewhere.example");
        browser.Button(Last, "Link").Click();
        browser.Choose("form.card-form select", "Cho Min");
        browser.Picture("form-link");
        Send(browser);

        browser.Saying(Last, "is Cho Min now");
        Ask(browser, "/leaderboard");
        browser.Saying(Last, "Cho Min");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void Time_off_that_cannot_be_read_is_refused_in_its_field_and_what_was_typed_stays()
    {
        using var browser = OpenPage();
        Ask(browser, "/medalist calendar ben");

        Type(browser, "timeoff", "next friday");
        Send(browser);
        Assert.Contains(
            "next friday",
            browser.Saying("form.card-form .field.is-wrong", "Time off").FindElement(By.TagName("textarea")).GetAttribute("value"),
            StringComparison.Ordinal
        );
        Assert.Empty(browser.AccessibilityProblems());
        browser.Picture("form-wrong");

        Type(browser, "timeoff", "2026-11-20");
        Send(browser);
        browser.Saying(Last, "Nov 20");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void An_admin_finds_a_person_and_takes_them_out_of_the_ranks()
    {
        using var browser = OpenPage("root");
        Ask(browser, "/medalist people ben");
        browser.Button(Last, "Edit").Click();
        browser.One("form.card-form input[name='f-ranked']").Click();
        browser.Picture("form-person");
        Send(browser);
        browser.Saying(Last, "Ben Okafor");

        browser.Choose("#choose-person", "Ben Okafor");
        browser.Saying("#private-title", "Ben Okafor");
        Ask(browser, "/leaderboard");
        browser.Saying(Last, "unranked");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void The_keyboard_alone_makes_a_goal_and_cancel_leaves_everything_as_it_was()
    {
        using var browser = OpenPage("ana");
        Ask(browser, "/goals new");
        browser.One("form.card-form select").Click();
        browser.Choose("form.card-form select[name='f-type']", "Quotes");
        Type(browser, "target", "12");
        browser.Picture("form-goal");
        browser.Type(Keys.Enter);
        browser.Saying("#private-feed", "1 of 12 quotes");

        var before = browser.All("#private-feed .answer").Count;
        Ask(browser, "/goals new");
        browser.One("form.card-form");
        browser.Button("form.card-form", "Cancel").Click();
        browser.Gone("form.card-form");
        Assert.InRange(browser.All("#private-feed .answer").Count, before, before + 1);
        Assert.Empty(browser.Complaints());
    }

    private static void Ask(Browser browser, string line) => browser.One("#command").SendKeys(line + Keys.Enter);

    private static void Type(Browser browser, string field, string text)
    {
        var input = browser.One($"form.card-form [name='f-{field}']");
        input.Clear();
        input.SendKeys(text);
    }

    private static void Send(Browser browser) => browser.One("form.card-form button[type=submit]").Click();

    private Browser OpenPage(string person = "mara")
    {
        var browser = new Browser();
        browser.Open(new(host.Url, $"/?person={person}"));
        return browser;
    }
}
