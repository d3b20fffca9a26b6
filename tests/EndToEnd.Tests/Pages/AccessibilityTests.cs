using System.Text.Json;
using OpenQA.Selenium;

namespace EndToEnd.Tests.Pages;

/// <summary>What a keyboard and a screen reader meet: axe finds nothing in any card or form, and the focus is never lost.</summary>
public sealed class AccessibilityTests : IAsyncLifetime
{
    private const string Last = "#private-feed .answer:nth-last-of-type(1)";

    /// <summary>So many that axe is asked a few times only, so few that each time it answers.</summary>
    private const int CardsAtOnce = 40;

    private PageHost host = null!;

    public async Task InitializeAsync()
    {
        host = await PageHost.StartAsync();
        await host.WithLeadersAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public void Axe_finds_nothing_in_any_approved_card_in_light_or_dark()
    {
        using var browser = OpenPage("mara");
        Assert.InRange(ApprovedHtml.Cards.Count, 100, int.MaxValue);

        foreach (var cards in ApprovedHtml.Cards.Chunk(CardsAtOnce))
            NothingIsFound(browser, string.Join('\n', cards));
    }

    [BrowserFact]
    public void Axe_finds_nothing_in_any_approved_form_with_or_without_errors_in_light_or_dark()
    {
        using var browser = OpenPage("mara");
        Assert.NotEmpty(ApprovedHtml.Forms);

        foreach (var form in ApprovedHtml.Forms)
            NothingIsFound(browser, form);
    }

    [BrowserFact]
    public void The_tab_key_meets_everything_once_in_the_order_in_which_it_is_read_and_shows_where_it_is()
    {
        using var browser = OpenPage("ana");
        Ask(browser, "/goals");
        browser.Saying(Last, "Your goals");
        browser.Run("document.activeElement.blur(); window.getSelection().removeAllRanges(); window.scrollTo(0, 0)");
        browser.Run("document.querySelector('.skip').focus()");

        var wanted = Strings(
            browser,
            "return JSON.stringify(window.order = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex=\"0\"]')].filter(e => !e.disabled && e.type !== 'hidden' && e.getClientRects().length).map(e => e.outerHTML.slice(0, 90)))"
        );
        var met = new List<string>();
        foreach (var _ in wanted)
        {
            met.Add(Text(browser, "return document.activeElement.outerHTML.slice(0, 90)"));
            Assert.NotEqual(
                "none 0px none",
                Text(
                    browser,
                    "const s = getComputedStyle(document.activeElement); return `${s.outlineStyle} ${s.outlineWidth} ${s.boxShadow}`"
                )
            );
            browser.Type(Keys.Tab);
        }

        Assert.Equal(wanted, met);
    }

    [BrowserFact]
    public void After_a_press_a_form_its_refusal_its_cancelling_and_its_end_the_focus_is_where_the_reader_goes_on()
    {
        using var browser = OpenPage("ana");
        Ask(browser, "/goals");
        browser.Saying(Last, "Your goals");

        browser.Button(Last, "Pause").SendKeys(Keys.Enter);
        browser.Saying(Last, "paused");
        Assert.Equal(true, FocusIsIn(browser, ".answer"));

        browser.Button(Last, "New goal").SendKeys(Keys.Enter);
        browser.One("form.card-form");
        Assert.Equal("f-type", browser.Focused.GetAttribute("name"));

        browser.Choose("form.card-form [name=f-type]", "Quotes");
        browser.One("form.card-form [name=f-target]").SendKeys("many" + Keys.Enter);
        browser.Saying("form.card-form .field.is-wrong", "Write a");
        Assert.Equal("f-target", browser.Focused.GetAttribute("name"));
        Assert.Contains(
            "Write a",
            Text(
                browser,
                "return document.getElementById(document.activeElement.getAttribute('aria-describedby').trim().split(' ').at(-1)).textContent"
            ),
            StringComparison.Ordinal
        );

        browser.Button("form.card-form", "Cancel").SendKeys(Keys.Enter);
        browser.Gone("form.card-form");
        Assert.Equal("New goal", browser.Focused.Text);

        browser.Focused.SendKeys(Keys.Enter);
        browser.Choose("form.card-form [name=f-type]", "Quotes");
        browser.One("form.card-form [name=f-target]").SendKeys("12" + Keys.Enter);
        browser.Gone("form.card-form");
        Assert.Equal(true, FocusIsIn(browser, ".answer"));
        Assert.Empty(browser.Complaints());
    }

    private static void NothingIsFound(Browser browser, string html)
    {
        browser.Run(
            $"document.getElementById('private-feed').innerHTML = {JsonSerializer.Serialize($"<div class=\"post answer\">{html}</div>")}"
        );
        foreach (var scheme in (string[])["light", "dark"])
        {
            browser.Prefer(scheme);
            Assert.Empty(browser.AccessibilityProblems());
        }
    }

    private static void Ask(Browser browser, string line) => browser.One("#command").SendKeys(line + Keys.Enter);

    private static string Text(Browser browser, string script) => (string)browser.Run(script)!;

    private static string[] Strings(Browser browser, string script) => JsonSerializer.Deserialize<string[]>(Text(browser, script))!;

    private static object? FocusIsIn(Browser browser, string css) =>
        browser.Run($"return document.activeElement.closest('{css}') !== null");

    private Browser OpenPage(string person)
    {
        var browser = new Browser();
        browser.Open(new(host.Url, $"/?person={person}"));
        return browser;
    }
}
