using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Gamification.Badges;
using NodaTime;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>The forms of badges, filled in by an admin on Wednesday 18 November in Paris; Ana has sent three quotes and logged two calls.</summary>
public sealed class BadgeFormTests : IAsyncLifetime
{
    private static readonly Place Page = new("web", "web", IsChannel: false);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    private FormDesk Desk => host.Service<FormDesk>();

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada Admin",
                email = "ada@example.com",
                role = "admin",
            }
        );
        foreach (var id in new[] { "q1", "q2", "q3" })
            await SendAsync(id, "quote.sent", new { quoteId = id, owner = "ana@example.com" });
        foreach (var id in new[] { "c1", "c2" })
            await SendAsync(
                id,
                "activity.logged",
                new
                {
                    activityId = id,
                    kind = "call",
                    owner = "ana@example.com",
                }
            );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

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
        await host.PutAsync("/api/v1/badges/closer", new { threshold = 40 });

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

    [Fact]
    public async Task A_new_badge_counts_what_was_there_before_and_is_changed_by_its_own_form()
    {
        var form = await OpenAsync("badge-new", "");

        var done = Assert.IsType<FormReply.Done>(await SubmitAsync(form, Caller()));
        Assert.Contains("2 logged activities of the kind “call”", PlainText.Render(done.Card), StringComparison.Ordinal);
        Assert.Equal("earned", await StateOfAnaAsync("hot-line"));
        Assert.IsType<FormReply.Done>(await SubmitAsync(form, Caller()));
        Assert.Equal(1, await VersionOfAsync("hot-line"));

        var own = await OpenAsync("badge", "hot-line");
        Assert.Equal(("Hot Line", "📞", "call", "once"), (Of(own, "name"), Of(own, "art"), Of(own, "kind"), Of(own, "per")));
        await SubmitAsync(own, ("per", "week"), ("art", ""));

        var custom = (await BookAsync()).Settings.NewestOf("hot-line")!.Custom!;
        Assert.Equal(("custom", "Week"), (custom.Art, custom.Per.ToString()));
    }

    [Theory]
    [InlineData("Closer")]
    [InlineData("closer!")]
    [InlineData("Revenue unit")]
    [InlineData("Custom")]
    public async Task A_name_that_is_taken_is_said_at_its_field(string name)
    {
        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("name", name)]));

        Assert.Equal("name", Assert.Single(again.Errors).Field);
    }

    [Theory]
    [InlineData("Café König", "cafe-konig")]
    [InlineData("  A -- B  ", "a-b")]
    [InlineData("王者", "badge-")]
    public async Task The_id_of_a_new_badge_is_made_of_its_name(string name, string id)
    {
        await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("name", name)]);

        Assert.StartsWith(id, Assert.Single((await BookAsync()).All, one => one.Badge.IsCustom).Badge.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("threshold", "0")]
    [InlineData("threshold", "-1")]
    [InlineData("threshold", "1,000,001")]
    [InlineData("threshold", "1.5")]
    [InlineData("threshold", "many")]
    [InlineData("threshold", "")]
    [InlineData("name", "")]
    [InlineData("name", "\u202E")]
    [InlineData("description", "")]
    [InlineData("category", "gold")]
    [InlineData("measure", "luck")]
    [InlineData("measure", "")]
    [InlineData("kind", "")]
    [InlineData("per", "day")]
    [InlineData("art", "https://example.com/x.png")]
    [InlineData("art", "📞📞")]
    [InlineData("art", "x")]
    public async Task A_wrong_value_is_said_at_its_field_and_nothing_is_added(string field, string typed)
    {
        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), (field, typed)]));

        Assert.Equal(field, Assert.Single(again.Errors).Field);
        Assert.Equal(14, (await BookAsync()).All.Count);
    }

    [Theory]
    [InlineData("deals", "call", "once", "kind")]
    [InlineData("streak", "", "week", "per")]
    [InlineData("bigDeal", "", "month", "per")]
    public async Task What_does_not_go_together_is_said_at_the_field_that_has_to_go(string measure, string kind, string per, string field)
    {
        var again = Assert.IsType<FormReply.Show>(
            await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("measure", measure), ("kind", kind), ("per", per)])
        );

        Assert.Equal(field, Assert.Single(again.Errors).Field);
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
    [InlineData("/medalist badge closer", "badge closer")]
    [InlineData("/medalist badge Quote Machine", "badge quote-machine")]
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

    private static (string, string)[] Caller() =>
        [
            ("name", "Hot Line"),
            ("description", "Two calls."),
            ("art", "📞"),
            ("category", "milestone"),
            ("measure", "logged"),
            ("threshold", "2"),
            ("kind", "call"),
            ("per", "once"),
            ("enabled", "on"),
        ];

    private static string Of(Form form, string field) => form.Find(field)!.Typed;

    private static string Said(FormReply reply) => PlainText.Render(Assert.IsType<FormReply.Done>(reply).Card);

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private Task<CommandReply> AskAsync(string person, string line) =>
        host.Service<CommandDesk>().AnswerAsync(User(person), line, Page, English, CancellationToken.None);

    private async Task<Form> OpenAsync(string form, string about) =>
        Assert.IsType<FormReply.Show>(await Desk.OpenAsync(User("ada"), new(form, about), Page, English, CancellationToken.None)).Form;

    private Task<FormReply> SubmitAsync(Form form, params (string Field, string Typed)[] typed) => SubmitAsync(form, "ada", typed);

    private Task<FormReply> SubmitAsync(Form form, string person, params (string Field, string Typed)[] typed)
    {
        var values = form.Fields.ToDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal);
        foreach (var (field, text) in typed)
            values[field] = text.Length == 0 ? [] : [text];

        return Desk.SubmitAsync(User(person), new(form.Id, form.State), new(values), Page, English, CancellationToken.None);
    }

    private Task<BadgeBook> BookAsync() => host.Service<BadgeReader>().BookAsync(CancellationToken.None);

    private async Task<int> VersionOfAsync(string badge) => (await BookAsync()).Settings.NewestOf(badge)?.Version ?? 0;

    private Task<IReadOnlyList<AuditRecord>> AuditAsync() => host.Service<AuditReader>().ListAsync(1, CancellationToken.None);

    private async Task<string?> StateOfAnaAsync(string id)
    {
        var badges = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/badges");
        return badges
            .EnumerateArray()
            .Where(badge => badge.GetProperty("id").GetString() == id)
            .Select(badge => badge.GetProperty("state").GetString())
            .SingleOrDefault();
    }

    private async Task SendAsync(string id, string type, object data)
    {
        using var answer = await host.SendAsync(
            id,
            JsonSerializer.Serialize(
                new
                {
                    type,
                    timestamp = "2026-11-18T08:30:00Z",
                    data,
                }
            )
        );
        Assert.True(answer.IsSuccessStatusCode);
    }
}
