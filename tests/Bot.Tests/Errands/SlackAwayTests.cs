using System.Net;
using Bot.Tests.Forms.Surfaces;
using Bot.Tests.Hosting;
using Bot.Tests.Slack;
using EndToEnd.Tests.Hosting;

namespace Bot.Tests.Errands;

/// <summary>The database cannot be reached: what is pressed in Slack meanwhile is done when it is back, and nothing typed is lost.</summary>
public sealed class SlackAwayTests : IAsyncLifetime
{
    private PostgresHosts database = null!;
    private SlackSurface surface = null!;

    private RunningHost Host => surface.Host;

    private FakeSlack Slack => surface.Slack;

    public async Task InitializeAsync()
    {
        if (Postgres.Server is null)
            return;

        database = await PostgresHosts.CreateAsync();
        surface = new() { Settings = database.Settings };
        await surface.InitializeAsync();
        await Host.PutAsync("/api/v1/people/ana", new { role = "manager", identities = new[] { new { source = "slack", id = "U1" } } });
        await Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "ana" } });
    }

    public async Task DisposeAsync()
    {
        if (Postgres.Server is null)
            return;

        await surface.DisposeAsync();
        await database.DisposeAsync();
    }

    [PostgresFact]
    public async Task A_press_is_acknowledged_and_answered_when_the_database_is_back()
    {
        database.Way.Cut();
        using (var press = await Host.PressAsync(Slack, "run:private:1:0", "medalist settings hints on"))
            Assert.Equal(HttpStatusCode.OK, press.StatusCode);

        database.Way.Mend();

        Assert.DoesNotContain("does not answer", (await Slack.NextAsync("hook")).Body, StringComparison.Ordinal);
        Assert.Single(await Host.AuditAsync("person.hints"));
    }

    [PostgresFact]
    public async Task The_way_back_in_a_form_leaves_it_as_it_is_until_the_database_is_back()
    {
        await surface.OpenAsync("team-goal new");
        await surface.SubmitAsync(
            ("name", "Quotes of November"),
            ("subject", "team:emea"),
            ("metric", "quotes"),
            ("period", "Month"),
            ("target", "300"),
            ("accelerator", "none")
        );
        database.Way.Cut();
        await surface.PressBackAsync(("base-trigger", "250"));

        database.Way.Mend();

        Assert.Contains("Quotes of November", (await Slack.NextAsync("views.update")).Body, StringComparison.Ordinal);
        Assert.Single(Slack.CallsOf("views.update"));
    }

    [PostgresFact]
    public async Task A_home_tab_that_is_opened_shows_the_dashboard_when_the_database_is_back()
    {
        database.Way.Cut();
        using (var opened = await Host.EventAsync("Ev1", """{"type":"app_home_opened","user":"U1","tab":"home","channel":"D1"}"""))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, opened.StatusCode);

        database.Way.Mend();

        Assert.Contains("Closest badge", (await Slack.NextAsync("views.publish")).Body, StringComparison.Ordinal);
    }
}
