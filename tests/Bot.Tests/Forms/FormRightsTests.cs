using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Forms.TeamGoals;
using Bot.Goals;
using Bot.Tests.Hosting;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>Every registered form, asked for and sent by who may not: Ana sells, Mara manages EMEA, Olga manages the Americas.</summary>
public sealed class FormRightsTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A form about something of EMEA that is there. A new form is added here, or the first test fails.</summary>
    private static readonly IReadOnlyDictionary<string, string> About = new Dictionary<string, string>
    {
        ["person"] = "ana",
        ["calendar"] = "ana",
        ["inbox-link"] = Fact("unknown"),
        ["inbox-accept"] = Fact("old"),
        ["inbox-dismiss"] = Fact("old"),
        ["rules"] = "",
        ["badge"] = "closer",
        ["badge-new"] = "",
        ["revenue-unit"] = "",
        ["goal"] = "goal",
        ["team-goal"] = "push",
        ["team-goal-tiers"] = Draft,
        ["team-goal-publish"] = Draft,
        ["team-goal-close"] = "push",
        ["grant-keep"] = "push/team:emea/base/2026-11",
        ["grant-recipients"] = "push/team:emea/base/2026-11",
        ["post-again"] = "goal:push:published",
        ["prize-redeem"] = Prize,
        ["prize-fulfil"] = Prize,
        ["prize-cancel"] = Prize,
        ["channel"] = "web:emea",
        ["settings"] = "ana",
        ["send-again"] = "",
    };

    private const string Prize = "own/person:ana/base/2026-11/person:ana/prize";

    /// <summary>A goal of EMEA as the second step of its form carries it.</summary>
    private static string Draft =>
        (
            new PlanDraft(new("push"), 1, new("Push", SubjectKind.Team, "emea", Metric.Quotes, 1, new(Gamification.Time.PeriodKind.Month)))
        ).ToState()!;

    /// <summary>Forms that only an admin opens; all others a manager of the person.</summary>
    private static readonly string[] OfAdmins = ["rules", "badge", "badge-new", "revenue-unit"];

    /// <summary>How everybody reads.</summary>
    internal CultureInfo Locale { get; init; } = English;

    private RunningHost host = null!;

    internal RunningHost Host => host;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync(
            "/api/v1/people/vera",
            new
            {
                name = "Vera Admin",
                email = "vera@example.com",
                role = "admin",
            }
        );
        await host.PutAsync(
            "/api/v1/people/olga",
            new
            {
                name = "Olga",
                email = "olga@example.com",
                role = "manager",
            }
        );
        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = new[] { new { platform = "slack", conversation = "C01" } },
            }
        );
        await host.PutAsync("/api/v1/teams/amer", new { name = "Americas", managers = new[] { "olga" } });
        await SendAsync("unknown", "2026-11-18T08:00:00Z", "u-77");
        await SendAsync("old", "2026-10-01T08:00:00Z", "ana@example.com");
        await GoalAsync("push", """{"kind":"team","id":"emea"}""", """{"kind":"coins","amount":50}""");
        await GoalAsync("own", """{"kind":"person","id":"ana"}""", """{"kind":"prize","name":"Mug","price":1}""");
        using var counted = await host.SendAsync(
            "counted",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:00:00Z","data":{"quoteId":"counted","owner":"ana@example.com"} }"""
        );
        await host.Service<GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        var now = NodaTime.Instant.FromUtc(2026, 11, 18, 12, 0);
        trouble = await TroubleAsync();
        goal = (await host.Service<GoalReader>().OfAsync(new("ana"), new("ana"), now, CancellationToken.None))[0].Goal.Id;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    /// <summary>Forms that only the person they are about opens, not even their manager.</summary>
    private static readonly string[] OfOwners = ["goal", "settings", "prize-redeem"];

    private GoalId goal;
    private string trouble = "";

    internal static string WhoMay(string form) =>
        OfAdmins.Contains(form) ? "vera"
        : OfOwners.Contains(form) ? "ana"
        : "mara";

    internal static string WhoMayNot(string form) => OfOwners.Contains(form) ? "mara" : "ana";

    internal string AboutOf(string form) =>
        form switch
        {
            "goal" => goal.Value,
            "send-again" => trouble,
            _ => About[form],
        };

    /// <summary>A post to a channel of EMEA that failed: Slack is not connected.</summary>
    private async Task<string> TroubleAsync()
    {
        while (true)
        {
            var next = host.Service<Bot.Outbox.OutboxSignal>().Next;
            if (await host.Service<StatusReader>().TroubledAsync(["channel:slack:C01"], 1, CancellationToken.None) is [var message])
                return message.Id;

            await next.WaitAsync(Eventually.Patience);
        }
    }

    public static TheoryData<string> Forms => [.. About.Keys];

    internal static IEnumerable<string> Walked => About.Keys;

    [Fact]
    public void Every_registered_form_is_walked() => Assert.Equal(host.Service<FormTable>().Ids, About.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Who_may_opens_it(string form) => Assert.IsType<FormReply.Show>(await OpenAsync(WhoMay(form), form, AboutOf(form)));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Who_may_not_is_refused_with_the_right_named_and_an_audit_row(string form)
    {
        await AssertRefusedAsync(WhoMayNot(form), () => OpenAsync(WhoMayNot(form), form, AboutOf(form)));
        await AssertRefusedAsync(WhoMayNot(form), () => SubmitAsync(WhoMayNot(form), form, AboutOf(form)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_manager_of_another_team_is_refused_too(string form)
    {
        if (form == "inbox-link")
            return; // Whose owner nobody knows may be anybody's.

        await AssertRefusedAsync("olga", () => OpenAsync("olga", form, AboutOf(form)));
        await AssertRefusedAsync("olga", () => SubmitAsync("olga", form, AboutOf(form)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_state_of_somebodys_own_making_changes_nothing(string form)
    {
        foreach (
            var state in new[]
            {
                "",
                "nobody",
                "../../etc",
                new string('x', Form.LongestState),
                $"~{new string('x', 1500)}",
                "~",
                new string('x', 5000),
                "ana:forged:stamp",
                "\u0000",
                "' OR 1=1",
            }
        )
        {
            Assert.IsNotType<FormReply.Done>(await SubmitAsync("mara", form, state));
            Assert.IsNotType<FormReply.Done>(await OpenAsync("mara", form, state));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Values_of_any_length_and_number_are_answered_at_their_fields(string form)
    {
        var shown = Assert.IsType<FormReply.Show>(await OpenAsync(WhoMay(form), form, AboutOf(form))).Form;
        var values = shown.Fields.ToDictionary(
            field => field.Id,
            _ => (IReadOnlyList<string>)[new string('漢', 100_000), "forged", "\u202E"],
            StringComparer.Ordinal
        );
        values["role"] = ["Admin"];
        values["unknown"] = ["x"];

        var reply = await SubmitAsync(WhoMay(form), form, shown.State, new(values));

        if (shown.Fields.Any())
            Assert.NotEmpty(Assert.IsType<FormReply.Show>(reply).Errors);
    }

    [Fact]
    public async Task A_field_that_was_not_asked_for_is_not_taken()
    {
        var shown = Assert.IsType<FormReply.Show>(await OpenAsync("mara", "person", "ana")).Form;
        var values = shown.Fields.ToDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal);
        values["role"] = ["Admin"];
        values["name"] = ["Somebody Else"];
        values["active"] = [];

        Assert.IsType<FormReply.Done>(await SubmitAsync("mara", "person", shown.State, new(values)));

        var ana = (await host.Service<DirectoryReader>().RecordAsync(new("ana"), CancellationToken.None))!;
        Assert.Equal(("Ana Alvarez", Gamification.People.Role.Rep, false), (ana.Name, ana.Role, ana.Active));
    }

    [Fact]
    public async Task What_was_decided_already_is_not_decided_twice()
    {
        FormValues values = new(
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["reason"] = ["A test of the CRM."],
                ["confirm"] = ["on"],
            }
        );

        Assert.IsType<FormReply.Done>(await SubmitAsync("mara", "inbox-dismiss", Fact("old"), values));
        var again = Assert.IsType<FormReply.Refused>(await SubmitAsync("mara", "inbox-dismiss", Fact("old"), values));

        Assert.Contains("somebody decided on it already", PlainText.Render(again.Card), StringComparison.Ordinal);
        Assert.Single(await host.Service<AuditReader>().ListAsync(1000, CancellationToken.None), row => row.What == "activity.dismissed");
    }

    private async Task AssertRefusedAsync(string person, Func<Task<FormReply>> ask)
    {
        var refused = Assert.IsType<FormReply.Refused>(await ask());

        Assert.Matches("Only (a manager of|an admin|its owner)", PlainText.Render(refused.Card));
        var audit = (await host.Service<AuditReader>().ListAsync(1, CancellationToken.None))[0];
        Assert.Equal((person, "right.refused"), (audit.By, audit.What));
    }

    internal Task<FormReply> OpenAsync(string person, string form, string about) =>
        host.Service<FormDesk>().OpenAsync(User(person), new(form, about), Place, Locale, CancellationToken.None);

    internal Task<FormReply> SubmitAsync(string person, string form, string state, FormValues? values = null) =>
        host.Service<FormDesk>()
            .SubmitAsync(User(person), new(form, state), values ?? FormValues.None, Place, Locale, CancellationToken.None);

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static Place Place => new("web", "emea", IsChannel: true);

    private static string Fact(string id) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($"crm/{id}"));

    /// <summary>One quote reaches it.</summary>
    private async Task GoalAsync(string id, string subject, string reward)
    {
        using var body = new StringContent(
            $$"""{"name":"Push","subject":{{subject}},"metric":"quotes","target":1,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{{reward}}]}]}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var response = await host.Admin.PutAsync(new Uri($"/api/v1/goals/{id}", UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task SendAsync(string id, string at, string owner)
    {
        using var response = await host.SendAsync(
            id,
            $$$"""{"type":"quote.sent","timestamp":"{{{at}}}","data":{"quoteId":"{{{id}}}","owner":"{{{owner}}}"} }"""
        );
        Assert.Contains("quarantined", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
