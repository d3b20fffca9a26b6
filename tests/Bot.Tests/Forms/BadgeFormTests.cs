using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Forms;
using Gamification.Badges;

namespace Bot.Tests.Forms;

/// <summary>The forms of the fourteen badges and of the revenue unit, and the list they are opened from.</summary>
public sealed class BadgeFormTests : BadgeFormHost
{
    [Fact]
    public async Task A_lower_threshold_unlocks_at_once_and_is_audited_with_the_admins_name()
    {
        var form = await OpenAsync("badge", "quote-machine");
        Assert.Equal(("100", "on"), (form.Find("threshold")!.Typed, form.Find("enabled")!.Typed));
        Assert.Equal("Quotes: 1 to 1,000,000, by default 100", form.Find("threshold")!.Hint);

        var done = Assert.IsType<FormReply.Done>(await SubmitAsync(form, ("threshold", "3")));

        Assert.Contains("Unlocks at: Send 3 quotes", PlainText.Render(done.Card), StringComparison.Ordinal);
        Assert.Equal("earned", await StateOfAnaAsync("quote-machine"));
        var audit = (await AuditAsync())[0];
        Assert.Equal(("badge.put", "ada", "quote-machine"), (audit.What, audit.By, audit.About));
        Assert.Contains("\"threshold\":3", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_or_as_it_was_it_is_one_version()
    {
        var form = await OpenAsync("badge", "closer");
        await SubmitAsync(form, ("threshold", "30"));
        Assert.Contains("it was so already", Said(await SubmitAsync(form, ("threshold", "30"))), StringComparison.Ordinal);
        Assert.Contains("it was so already", Said(await SubmitAsync(await OpenAsync("badge", "big-fish"))), StringComparison.Ordinal);

        Assert.Equal(1, await VersionOfAsync("closer"));
        Assert.Equal(0, await VersionOfAsync("big-fish"));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var form = await OpenAsync("badge", "closer");
        await Host.PutAsync("/api/v1/badges/closer", new { threshold = 40 });

        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(form, ("threshold", "30")));

        Assert.Contains("meanwhile", Assert.Single(again.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(1, await VersionOfAsync("closer"));
    }

    [Fact]
    public async Task Switched_off_it_is_gone_from_the_cabinet_and_switched_on_it_counts_what_was()
    {
        await SubmitAsync(await OpenAsync("badge", "opening-move"), ("enabled", ""));
        Assert.Equal("earned", await StateOfAnaAsync("opening-move"));
        await SubmitAsync(await OpenAsync("badge", "quote-machine"), ("enabled", ""));
        Assert.Null(await StateOfAnaAsync("quote-machine"));

        await SubmitAsync(await OpenAsync("badge", "quote-machine"), ("enabled", "on"), ("threshold", "3"));

        Assert.Equal("earned", await StateOfAnaAsync("quote-machine"));
    }

    [Fact]
    public async Task First_Sale_may_count_quotes_and_the_threshold_of_revenue_is_in_units()
    {
        await SubmitAsync(await OpenAsync("badge", "first-sale"), ("first-sale", "quotes"));
        Assert.Equal("earned", await StateOfAnaAsync("first-sale"));

        var form = await OpenAsync("badge", "rainmaker");
        Assert.Equal("100", form.Find("threshold")!.Typed);
        Assert.Equal("Revenue units of 1,000 EUR: 1 to 1,000,000, by default 100", form.Find("threshold")!.Hint);
        Assert.Contains("Revenue of 50,000 EUR", Said(await SubmitAsync(form, ("threshold", "50"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fast-hands", "21", "Write a number from 1 to 20.")]
    [InlineData("perfect-week", "8", "Write a number from 1 to 7.")]
    [InlineData("streak-master", "367", "Write a number from 1 to 366.")]
    [InlineData("goal-getter", "53", "Write a number from 1 to 52.")]
    [InlineData("target-breaker", "1000", "Write a number from 1 to 999.")]
    public async Task A_threshold_that_nobody_can_reach_is_refused(string badge, string typed, string message)
    {
        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("badge", badge), ("threshold", typed)));

        Assert.Equal(new FieldError("threshold", message), Assert.Single(again.Errors));
    }

    [Fact]
    public async Task The_revenue_unit_holds_from_tomorrow_and_the_list_says_so()
    {
        var form = await OpenAsync("revenue-unit", "");
        Assert.Equal("1,000", form.Find("unit")!.Typed);

        var said = Said(await SubmitAsync(form, ("unit", "2,000")));

        Assert.Contains("One revenue unit is 1,000 EUR, 2,000 EUR from 19 Nov 2026 on.", said, StringComparison.Ordinal);
        Assert.Contains("it was so already", Said(await SubmitAsync(form, ("unit", "2,000"))), StringComparison.Ordinal);
        Assert.IsType<FormReply.Show>(await SubmitAsync(form, ("unit", "3,000")));
        Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("revenue-unit", ""), ("unit", "0")));
        Assert.Equal(1, await VersionOfAsync(BadgeSetting.RevenueUnit));
    }

    [Theory]
    [InlineData("/medalist badge closer", "badge closer", "Closer\n")]
    [InlineData("/medalist badge Quote Machine", "badge quote-machine", "Quote Machine\n")]
    public async Task A_named_badge_is_answered_alone_with_its_form(string line, string opens, string heading)
    {
        var reply = await AskAsync("ada", line);

        Assert.Equal(opens, reply.Opens);
        Assert.StartsWith(heading, PlainText.Render(reply.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("First Sale", PlainText.Render(reply.Card), StringComparison.Ordinal);
        Assert.Equal(opens, Assert.Single(reply.Card.Parts.OfType<CardPart.Buttons>()).Items[0].Command);
    }

    [Theory]
    [InlineData("/medalist badge new", "badge-new")]
    [InlineData("/medalist badge unit", "revenue-unit")]
    [InlineData("/medalist badge", null)]
    public async Task The_list_opens_the_form_that_is_named(string line, string? opens)
    {
        var reply = await AskAsync("ada", line);

        Assert.Equal(opens, reply.Opens);
        Assert.Contains("First Sale: Win a deal · Milestone", PlainText.Render(reply.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_none_is_answered_with_the_list_and_what_may_be_meant()
    {
        var reply = await AskAsync("ada", "/medalist badge closr <!here>");

        Assert.Null(reply.Opens);
        Assert.Contains("There is no badge called “closr <!here>”.", PlainText.Render(reply.Card), StringComparison.Ordinal);
        Assert.Contains(
            "Did you mean Closer?",
            PlainText.Render((await AskAsync("ada", "/medalist badge closr")).Card),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("mara")]
    public async Task Reps_and_managers_are_refused_by_the_right_and_in_the_audit(string person)
    {
        var reply = await AskAsync(person, "/medalist badge closer");

        Assert.Null(reply.Opens);
        Assert.Contains("Only an admin can change badges", PlainText.Render(reply.Card), StringComparison.Ordinal);
        Assert.Equal(("right.refused", person), ((await AuditAsync())[0].What, (await AuditAsync())[0].By));
        Assert.IsType<FormReply.Refused>(await SubmitAsync(await OpenAsync("badge", "closer"), person, ("threshold", "1")));
        Assert.Equal(0, await VersionOfAsync("closer"));
    }
}
