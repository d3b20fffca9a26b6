using System.Text.Json;
using Bot.Slack;
using Bot.Slack.Wire;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Slack;

/// <summary>Who asked once, or was there when the workspace was read, never waits for Slack to say their language again.</summary>
public sealed class SlackPeopleTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;

    private SlackPeople People => host.Service<SlackPeople>();

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task The_reading_of_the_workspace_tells_languages_so_a_first_command_asks_for_no_profile()
    {
        slack.On(
            "users.list",
            """{"ok":true,"members":[{"id":"U1","team_id":"T1","locale":"pt-BR","profile":{"email":"ana@example.com"}}]}"""
        );
        await host.Service<SlackRoster>().SyncAsync(default);

        using var answer = await host.SlashAsync(slack, "/leaderboard month");

        Assert.Contains("Classifica", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(slack.CallsOf("users.info"));
        Assert.Contains("include_locale=true", slack.CallsOf("users.list").Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_minutes_later_the_old_language_is_answered_at_once_while_Slack_is_asked_again()
    {
        Say("pt-BR");
        Assert.Equal("pt-BR", await LanguageAsync());
        var release = new TaskCompletionSource();
        slack.On("users.info", context => AnswerAfterAsync(release.Task, context));

        await host.MoveClockAsync("2026-11-18T09:09:50Z");
        Assert.Equal(("pt-BR", 1), (await LanguageAsync(), slack.CallsOf("users.info").Count()));
        await host.MoveClockAsync("2026-11-18T09:10:10Z");
        Assert.Equal(("pt-BR", "pt-BR"), (await LanguageAsync(), await LanguageAsync()));
        await slack.CountAsync("users.info", 2);

        release.SetResult();
        while (People.Kept("U1")!.Locale!.Name == "pt-BR")
            await Task.Yield();
        Assert.Equal(("en-GB", 2), (await LanguageAsync(), slack.CallsOf("users.info").Count()));

        Task AnswerAfterAsync(Task released, HttpContext context) =>
            released.ContinueWith(_ => FakeSlack.Json(Profile("en-GB"))(context), TaskScheduler.Default).Unwrap();
    }

    [Fact]
    public async Task What_rights_rest_on_is_not_taken_from_an_old_profile()
    {
        Say("pt-BR");
        Assert.Equal("ana@example.com", (await People.FindFreshAsync("U1", default)).VerifiedEmail);
        slack.On("users.info", """{"ok":true,"user":{"id":"U1","team_id":"T1","deleted":true,"profile":{"email":"ana@example.com"}}}""");

        await host.MoveClockAsync("2026-11-18T09:10:10Z");

        Assert.Null((await People.FindFreshAsync("U1", default)).VerifiedEmail);
    }

    [Fact]
    public async Task A_profile_that_Slack_did_not_give_is_asked_for_again_a_minute_later_and_one_there_was_outlives_it()
    {
        slack.On("users.info", """{"ok":false,"error":"fatal_error"}""");
        Assert.Null((await People.FindAsync("U1", default)).Locale);
        Say("pt-BR");

        await host.MoveClockAsync("2026-11-18T09:00:50Z");
        Assert.Null((await People.FindAsync("U1", default)).Locale);
        await host.MoveClockAsync("2026-11-18T09:01:10Z");
        Assert.Equal("pt-BR", await LanguageAsync());

        slack.On("users.info", """{"ok":false,"error":"fatal_error"}""");
        await host.MoveClockAsync("2026-11-18T09:20:00Z");
        Assert.Equal("pt-BR", await LanguageAsync());
        await slack.CountAsync("users.info", 3);
        Assert.Equal("pt-BR", await LanguageAsync());
    }

    [Fact]
    public async Task Somebody_who_changed_is_read_anew_unless_Slack_told_the_language_with_it()
    {
        Say("pt-BR");
        Assert.Equal("pt-BR", await LanguageAsync());
        Say("en-GB");

        await TellAsync("""{"id":"U1","team_id":"T1","locale":"es-MX","profile":{"email":"ana@example.com"}}""");
        Assert.Equal(("es-MX", 1), (await LanguageAsync(), slack.CallsOf("users.info").Count()));

        await TellAsync("""{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}""");
        Assert.Equal(("en-GB", 2), (await LanguageAsync(), slack.CallsOf("users.info").Count()));
    }

    private void Say(string locale) => slack.On("users.info", Profile(locale));

    private static string Profile(string locale) =>
        $$$$"""{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"{{{{locale}}}}","profile":{"email":"ana@example.com"}}}""";

    private async Task<string> LanguageAsync() => (await People.FindAsync("U1", default)).Locale!.Name;

    private Task TellAsync(string user) =>
        host.Service<SlackRoster>().TakeAsync(JsonSerializer.Deserialize(user, SlackReplies.Default.UserPart)!, default);
}
