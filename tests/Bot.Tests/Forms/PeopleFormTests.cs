using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>People, calendars and the inbox as a manager edits them: Mara manages EMEA with Ana and Ben, Root is the admin.</summary>
public sealed class PeopleFormTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await host.PutAsync(
            "/api/v1/people/root",
            new
            {
                name = "Root Admin",
                email = "root@example.com",
                role = "admin",
            }
        );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_manager_sees_the_own_people_and_an_admin_everybody()
    {
        Assert.Equal(["Ana Alvarez", "Ben Okafor", "Mara Manager"], Entries(await AskAsync("mara", "/medalist people")));
        Assert.Equal(5, Entries(await AskAsync("root", "/medalist people")).Count);
    }

    [Theory]
    [InlineData("/medalist people alv", "Ana Alvarez")]
    [InlineData("/medalist people ben@example.com", "Ben Okafor")]
    [InlineData("/medalist people cho", "")]
    public async Task People_are_found_by_words(string line, string found) =>
        Assert.Equal(found, string.Join(", ", Entries(await AskAsync("mara", line))));

    [Theory]
    [InlineData("ana", "/medalist people")]
    [InlineData("ana", "/medalist person ben")]
    [InlineData("ana", "/medalist inbox")]
    public async Task Who_leads_nobody_is_refused_and_it_is_audited(string person, string line)
    {
        var reply = await AskAsync(person, line);

        Assert.Null(reply.Opens);
        Assert.Contains("Only a manager of a team or an admin", PlainText.Render(reply.Card), StringComparison.Ordinal);
        Assert.Equal("right.refused", (await AuditsAsync())[0].What);
    }

    [Theory]
    [InlineData("/medalist person @ana", "person ana")]
    [InlineData("/medalist calendar Ben Okafor", "calendar ben")]
    [InlineData("/medalist person emea", null)]
    [InlineData("/medalist person", null)]
    public async Task One_person_is_opened_at_once_and_several_are_listed(string line, string? opens) =>
        Assert.Equal(opens, (await AskAsync("mara", line)).Opens);

    [Fact]
    public async Task A_long_list_has_pages()
    {
        for (var i = 10; i < 30; i++)
            await host.PutAsync(
                $"/api/v1/people/p{i}",
                new
                {
                    name = $"Person {i}",
                    email = $"p{i}@example.com",
                    team = "emea",
                }
            );

        var last = await AskAsync("mara", "/medalist people page:3");

        Assert.Contains("Page 3 of 3", PlainText.Render(last.Card), StringComparison.Ordinal);
        Assert.Equal(7, Entries(last).Count);
        Assert.Equal("Back", Assert.Single(last.Card.Parts.OfType<CardPart.Buttons>().Last().Items).Label);
        Assert.Contains(
            "Page 3 of 3",
            PlainText.Render((await AskAsync("mara", "/medalist people page:99")).Card),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_admin_changes_name_role_and_publicity()
    {
        var done = await FillAsync(
            "root",
            "person ana",
            ("name", "Ana  Álvarez\u202E"),
            ("role", "Manager"),
            ("publicity", "Alias"),
            ("alias", "The Cat")
        );

        Assert.IsType<FormReply.Done>(done);
        var ana = await StoredAsync("ana");
        Assert.Equal(("Ana Álvarez", Gamification.People.Role.Manager, "The Cat"), (ana.Name, ana.Role, ana.Alias));
        Assert.Contains("Ana Alvarez", (await AuditsAsync())[0].Before!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publicity", "Alias", "alias", "Write the name others see.")]
    [InlineData("name", "\u200B \u202E", "name", "Fill this in.")]
    [InlineData("since", "31.11.2026", "since", "Write a day such as 2026-11-25 or 25.11.2026.")]
    [InlineData("role", "Emperor", "role", "Choose one of the list; it may have changed.")]
    public async Task What_is_wrong_is_said_at_the_field(string field, string typed, string wrong, string message)
    {
        var again = Assert.IsType<FormReply.Show>(await FillAsync("root", "person ana", (field, typed)));

        Assert.Equal([new(wrong, message)], again.Errors);
    }

    [Fact]
    public async Task An_admin_does_not_lock_themselves_out()
    {
        var again = Assert.IsType<FormReply.Show>(await FillAsync("root", "person root", ("role", "Rep"), ("active", "")));

        Assert.Equal(["role", "active"], again.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task Time_off_entered_later_gives_the_open_days_their_measure_back_in_the_same_commit()
    {
        var done = await FillAsync("mara", "calendar ana", ("timeoff", "2026-12-24 – 2026-12-31\n20.11.2026"), ("holidays", "25/12/2026"));

        Assert.IsType<FormReply.Done>(done);
        var calendar = (await StoredAsync("ana")).Calendar!;
        Assert.Equal(9, calendar.TimeOff.Count);
        Assert.Equal(new(2026, 12, 25), Assert.Single(calendar.Holidays));
        Assert.Null(calendar.From);
    }

    [Fact]
    public async Task Hours_hold_from_a_day_on_and_what_held_before_stays()
    {
        await FillAsync("mara", "calendar ana", ("start", "8"));
        var done = await FillAsync(
            "mara",
            "calendar ana",
            ("start", "10:30"),
            ("end", "5:30 pm"),
            ("zone", "europe/lisbon"),
            ("from", "2026-11-16")
        );

        Assert.IsType<FormReply.Done>(done);
        var calendar = (await StoredAsync("ana")).Calendar!;
        Assert.Equal(
            ("Europe/Lisbon", new(2026, 11, 16), new(10, 30), new(17, 30)),
            (calendar.Zone.Id, calendar.From!.Value, calendar.Start, calendar.End)
        );
        Assert.Contains("\"from\":\"2026-11-16\"", (await AuditsAsync())[0].After!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zone", "Lisbon", "zone", "Did you mean Europe/Lisbon?")]
    [InlineData("zone", "Nowhere", "zone", "Write the name of a zone, such as Europe/Paris or America/New_York.")]
    [InlineData("end", "09:00", "end", "Work ends after it starts. Write a later time.")]
    [InlineData("from", "2026-11-19", "from", "Choose today (2026-11-18) or an earlier day.")]
    [InlineData("timeoff", "next week", "timeoff", "“next week” is no day. Write 2026-12-24, or 2026-12-24 – 2026-12-31.")]
    [InlineData(
        "timeoff",
        "2026-12-31 – 2026-12-24",
        "timeoff",
        "“2026-12-31 – 2026-12-24” ends before it begins or is longer than a year. Write the earlier day first."
    )]
    public async Task A_calendar_that_cannot_be_is_answered_with_the_remedy(string field, string typed, string wrong, string message)
    {
        var again = Assert.IsType<FormReply.Show>(await FillAsync("mara", "calendar ana", (field, typed)));

        Assert.Equal([new(wrong, message)], again.Errors);
        Assert.Equal(typed, again.Form.Find(field)!.Typed);
    }

    [Fact]
    public async Task A_linked_owners_activities_count_and_the_inbox_says_so()
    {
        await QuoteAsync("q1", "2026-11-18T08:00:00Z", "u-77");
        await QuoteAsync("q2", "2026-11-17T08:00:00Z", "u-77");
        Assert.Contains("2 activities wait", PlainText.Render((await AskAsync("mara", "/medalist inbox")).Card), StringComparison.Ordinal);

        var link = (await AskAsync("mara", "/medalist inbox")).Card.Parts.OfType<CardPart.Entry>().First().Items[0];
        var done = Assert.IsType<FormReply.Done>(await FillAsync("mara", link.Command, ("person", "ben")));

        Assert.Contains("u-77 is Ben Okafor now: 2 activities that waited count.", PlainText.Render(done.Card), StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", PlainText.Render(done.Card), StringComparison.Ordinal);
        Assert.Contains("30 points", (await AskAsync("ben", "/points week")).Card.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_links_to_the_own_people_only()
    {
        await QuoteAsync("q1", "2026-11-18T08:00:00Z", "u-77");
        var link = (await AskAsync("mara", "/medalist inbox")).Card.Parts.OfType<CardPart.Entry>().First().Items[0];

        var again = Assert.IsType<FormReply.Show>(await FillAsync("mara", link.Command, ("person", "cho")));

        Assert.Equal("person", Assert.Single(again.Errors).Field);
    }

    [Fact]
    public async Task What_came_too_late_counts_once_accepted()
    {
        await QuoteAsync("old", "2026-10-01T08:00:00Z", "ana@example.com");
        var accept = (await AskAsync("mara", "/medalist inbox")).Card.Parts.OfType<CardPart.Entry>().Single().Items[0];

        var done = Assert.IsType<FormReply.Done>(await FillAsync("mara", accept.Command));

        Assert.Contains("Accepted: it counts.", PlainText.Render(done.Card), StringComparison.Ordinal);
        Assert.Equal("15 points", (await AskAsync("ana", "/points quarter")).Card.Title);
        Assert.Equal(("mara", "activity.accepted"), (await AuditsAsync())[0] is var row ? (row.By, row.What) : default);
    }

    [Fact]
    public async Task Dismissing_asks_for_a_reason_and_a_tick()
    {
        await QuoteAsync("old", "2026-10-01T08:00:00Z", "ana@example.com");
        var dismiss = (await AskAsync("mara", "/medalist inbox")).Card.Parts.OfType<CardPart.Entry>().Single().Items[^1];

        var again = Assert.IsType<FormReply.Show>(await FillAsync("mara", dismiss.Command));
        var done = await FillAsync("mara", dismiss.Command, ("reason", "A test\nof the CRM."), ("confirm", "on"));

        Assert.Equal(["reason", "confirm"], again.Errors.Select(error => error.Field));
        Assert.IsType<FormReply.Done>(done);
        Assert.Equal("A test of the CRM.", (await AuditsAsync())[0].Reason);
    }

    private static IReadOnlyList<string> Entries(CommandReply reply) =>
        [.. reply.Card.Parts.OfType<CardPart.Entry>().Select(entry => entry.Title)];

    /// <summary>Opens a form, types into some of its fields and sends it.</summary>
    private async Task<FormReply> FillAsync(string person, string line, params (string Field, string Typed)[] typed)
    {
        var opened = await host.Service<FormDesk>().OpenAsync(User(person), FormLine.Parse(line), Place, English, CancellationToken.None);
        var shown = Assert.IsType<FormReply.Show>(opened).Form;
        var values = shown.Fields.ToDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal);
        foreach (var (field, text) in typed)
            values[field] = [text];

        return await host.Service<FormDesk>()
            .SubmitAsync(User(person), new(shown.Id, shown.State), new(values), Place, English, CancellationToken.None);
    }

    private Task<CommandReply> AskAsync(string person, string line) =>
        host.Service<CommandDesk>().AnswerAsync(User(person), line, Place, English, CancellationToken.None);

    private async Task<PersonRecord> StoredAsync(string person) =>
        (await host.Service<DirectoryReader>().RecordAsync(new(person), CancellationToken.None))!;

    private Task<IReadOnlyList<AuditRecord>> AuditsAsync() => host.Service<AuditReader>().ListAsync(10, CancellationToken.None);

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static Place Place => new("web", "emea", IsChannel: true);

    private async Task QuoteAsync(string id, string at, string owner)
    {
        using var response = await host.SendAsync(
            id,
            $$$"""{"type":"quote.sent","timestamp":"{{{at}}}","data":{"quoteId":"{{{id}}}","owner":"{{{owner}}}"} }"""
        );
        Assert.Contains("quarantined", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
