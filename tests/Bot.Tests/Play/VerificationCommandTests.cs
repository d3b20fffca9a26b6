using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Play;
using Bot.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Storage;

namespace Bot.Tests.Play;

/// <summary>Ana has won a deal and sent a quote on Wednesday 2026-11-18: 65 points.</summary>
public sealed class VerificationCommandTests : IAsyncLifetime
{
    /// <summary>
    /// A ledger line is missing; so are its sums of two boards in the day, week, month, quarter and ever, its place in the day, and five
    /// badges that count deals or revenue.
    /// </summary>
    private const int OneLineAndWhatRestsOnIt = 1 + 2 * 5 + 1 + 5;

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.SendAsync(
            "q1",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q1","owner":"ana@example.com"}}"""
        );
        await host.SendAsync(
            "d1",
            """{"type":"deal.closed","timestamp":"2026-11-18T08:40:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1200.5,"currency":"EUR"}}"""
        );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task What_differs_is_named_with_its_person_and_key_and_mended_once()
    {
        Spoil("UPDATE tally SET points = 7 WHERE board = 'org' AND person = 'ana' AND period = 'all'");

        var found = await PostAsync("verify");
        var mended = await PostAsync("replay");
        var again = await PostAsync("replay");

        var item = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.Equal(("tally", "ana"), (item.GetProperty("kind").GetString(), item.GetProperty("person").GetString()));
        Assert.Contains("all", item.GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (Differences(found), Differences(mended), Differences(again)));
        Assert.Equal(0, Differences(await PostAsync("verify")));
    }

    [Fact]
    public async Task A_replay_is_in_the_audit_and_a_verification_changes_nothing()
    {
        Spoil("DELETE FROM entry WHERE rule = 'deal.won'");

        await PostAsync("verify");
        Assert.Equal(OneLineAndWhatRestsOnIt, Differences(await PostAsync("replay")));

        var audit = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/audit");
        var row = Assert.Single(audit.EnumerateArray(), row => row.GetProperty("what").GetString() == "game.replayed");
        Assert.StartsWith($"{OneLineAndWhatRestsOnIt} differences", row.GetProperty("after").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_ends_with_1_while_something_differs_and_with_0_once_it_is_mended()
    {
        Spoil("UPDATE tally SET points = 7 WHERE board = 'org' AND person = 'ana' AND period = 'all'");

        Assert.Equal(
            (1, 0, 0),
            (
                await VerificationCommand.RunAsync(Command("verify")),
                await VerificationCommand.RunAsync(Command("replay")),
                await VerificationCommand.RunAsync(Command("verify"))
            )
        );
    }

    [Fact]
    public async Task Without_the_key_nobody_verifies()
    {
        using var refused = await host.Client.PostAsync(new Uri("/api/v1/verify", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Time_off_and_another_team_entered_by_the_API_hold_at_once_for_what_is_open()
    {
        await host.PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "amer",
            }
        );

        Assert.Equal((0, 65), (await PointsAsync("emea"), await PointsAsync("amer")));
        Assert.Equal(0, Differences(await PostAsync("verify")));
    }

    private string Connection => host.Service<StorageOptions>().ConnectionString;

    private string[] Command(string verb) =>
        [verb, "--Storage:ConnectionString", Connection, "--Organisation:TimeZone", "Europe/Paris", "--Organisation:Currency", "EUR"];

    private void Spoil(string sql)
    {
        using var database = new SqliteConnection(Connection);
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private async Task<JsonElement> PostAsync(string verb)
    {
        using var answer = await host.Admin.PostAsync(new Uri($"/api/v1/{verb}", UriKind.Relative), null);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<long> PointsAsync(string team)
    {
        var board = await host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/leaderboard?team={team}");
        return board.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("score").GetInt64());
    }

    private static int Differences(JsonElement report) => report.GetProperty("differences").GetInt32();
}
