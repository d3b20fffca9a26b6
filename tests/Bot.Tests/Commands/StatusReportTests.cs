using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Outbox;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>A post to a Slack channel of EMEA failed, because Slack is not connected; Mara manages EMEA, Olga the Americas, Root everything.</summary>
public sealed class StatusReportTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        foreach (var (id, role) in new[] { ("root", "admin"), ("olga", "manager") })
            await host.PutAsync(
                $"/api/v1/people/{id}",
                new
                {
                    name = id,
                    email = $"{id}@example.com",
                    role,
                }
            );
        await host.PutAsync("/api/v1/teams/amer", new { name = "Americas", managers = new[] { "olga" } });
        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = new[] { new { platform = "slack", conversation = "C01" } },
            }
        );
        using var sold = await host.SendAsync(
            "d1",
            """{"type":"deal.closed","timestamp":"2026-11-18T08:40:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1200,"currency":"EUR"}}"""
        );
        await UntilTroubledAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_admin_sees_what_is_connected_and_what_failed_where_and_why()
    {
        var text = PlainText.Render((await AskAsync("root", "/medalist status")).Card);

        Assert.Contains("Slack: not connected", text, StringComparison.Ordinal);
        Assert.Contains("crm (standard): last event Wed 18 Nov 10:", text, StringComparison.Ordinal);
        Assert.Contains("Refused: Badge unlocked to slack:C01", text, StringComparison.Ordinal);
        Assert.Contains("Slack is not connected: set Slack__BotToken.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_the_channels_of_the_own_teams_only()
    {
        Assert.Contains("slack:C01", PlainText.Render((await AskAsync("mara", "/medalist status")).Card), StringComparison.Ordinal);
        var other = PlainText.Render((await AskAsync("olga", "/medalist status")).Card);
        Assert.DoesNotContain("slack:C01", other, StringComparison.Ordinal);
        Assert.DoesNotContain("crm", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_again_is_confirmed_and_once_a_press()
    {
        var id = (await TroubledAsync())!.Id;
        var attempt = (await TroubledAsync())!.Attempt;
        var line = FormLine.Parse(AgainIn(await AskAsync("mara", "/medalist status")).Command);

        Assert.IsType<FormReply.Show>(await SubmitAsync("mara", line, confirmed: false));
        var done = Assert.IsType<FormReply.Done>(await SubmitAsync("mara", line, confirmed: true));
        Assert.Contains("It is sent again.", PlainText.Render(done.Card), StringComparison.Ordinal);
        await UntilTroubledAsync(attempt + 1);
        var twice = Assert.IsType<FormReply.Done>(await SubmitAsync("mara", line, confirmed: true));

        Assert.DoesNotContain("It is sent again.", PlainText.Render(twice.Card), StringComparison.Ordinal);
        var audits = await host.Service<AuditReader>().ListAsync(100, CancellationToken.None);
        Assert.Equal(("mara", id), Assert.Single(audits, row => row.What == "message.again") is var row ? (row.By, row.About) : default);
    }

    [Fact]
    public async Task Dismissed_is_listed_no_more_and_who_may_not_is_refused()
    {
        var line = $"/medalist status dismiss {(await TroubledAsync())!.Id}";

        Assert.Contains(
            "Only a manager of EMEA or an admin",
            PlainText.Render((await AskAsync("olga", line)).Card),
            StringComparison.Ordinal
        );
        Assert.Contains("Dismissed.", PlainText.Render((await AskAsync("mara", line)).Card), StringComparison.Ordinal);
        Assert.Contains("dismissed already", PlainText.Render((await AskAsync("mara", line)).Card), StringComparison.Ordinal);

        Assert.Null(await TroubledAsync());
        Assert.Contains(
            "Announcements refused: 0",
            PlainText.Render((await AskAsync("mara", "/medalist status")).Card),
            StringComparison.Ordinal
        );
        var answer = await host.Admin.GetStringAsync(new Uri("/api/v1/announcements?state=failed", UriKind.Relative));
        Assert.Contains("slack:C01", answer, StringComparison.Ordinal);
    }

    private static Button AgainIn(CommandReply reply) =>
        reply.Card.Parts.OfType<CardPart.Entry>().SelectMany(entry => entry.Items).Single(button => button.Label == "Post again");

    private async Task UntilTroubledAsync(int attempt = 0)
    {
        while (true)
        {
            var next = host.Service<OutboxSignal>().Next;
            if (await TroubledAsync() is { } message && message.Attempt >= attempt)
                return;

            await next.WaitAsync(Eventually.Patience);
        }
    }

    private async Task<TroubledMessage?> TroubledAsync() =>
        (await host.Service<StatusReader>().TroubledAsync(["channel:slack:C01"], 1, CancellationToken.None)).SingleOrDefault();

    private Task<FormReply> SubmitAsync(string person, FormLine line, bool confirmed) =>
        host.Service<FormDesk>()
            .SubmitAsync(
                User(person),
                line,
                new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["confirm"] = confirmed ? ["on"] : [] }),
                new("web", "emea", IsChannel: true),
                English,
                CancellationToken.None
            );

    private Task<CommandReply> AskAsync(string person, string line) =>
        host.Service<CommandDesk>().AnswerAsync(User(person), line, new("web", "emea", IsChannel: true), English, CancellationToken.None);

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));
}
