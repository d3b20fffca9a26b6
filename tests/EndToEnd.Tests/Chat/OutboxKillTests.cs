using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Outages;
using Bot.Tests.Slack;
using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests.Chat;

/// <summary>SIGKILL of a host in the middle of a post to Slack: each of the four posts is there once, in order, whoever goes on.</summary>
public sealed class OutboxKillTests
{
    private const int People = 4;

    [Fact]
    public Task A_post_that_Slack_took_before_the_kill_is_found_on_SQLite() =>
        Stores.OnSqliteAsync(storage => KillWhileAsync(Receptions.TakenAndSilent, storage, hosts: 1));

    [Fact]
    public Task A_post_that_Slack_did_not_take_before_the_kill_is_sent_again_on_SQLite() =>
        Stores.OnSqliteAsync(storage => KillWhileAsync(Receptions.Silent, storage, hosts: 1));

    [PostgresFact]
    public Task A_post_that_Slack_took_before_the_kill_is_found_by_one_of_three_hosts_on_PostgreSQL() =>
        Stores.OnPostgresAsync(storage => KillWhileAsync(Receptions.TakenAndSilent, storage, hosts: 3));

    [PostgresFact]
    public Task A_post_that_Slack_did_not_take_before_the_kill_is_sent_again_by_one_of_three_hosts_on_PostgreSQL() =>
        Stores.OnPostgresAsync(storage => KillWhileAsync(Receptions.Silent, storage, hosts: 3));

    private static async Task KillWhileAsync(Reception reception, Dictionary<string, string> storage, int hosts)
    {
        await using var slack = await FakeSlack.StartAsync();
        var workspace = new FakeWorkspace(slack) { Reception = reception };
        var settings = SlackPerson.On(slack, storage);
        await using (var killed = await HostProcess.StartAsync(HostProcess.FreePort(), settings))
        {
            await SellAsync(killed);
            await slack.NextAsync("chat.postMessage");
            await killed.KillAsync();
        }

        workspace.Reception = Receptions.Well;
        var others = new List<HostProcess>();
        for (var host = 0; host < hosts; host++)
            others.Add(await HostProcess.StartAsync(HostProcess.FreePort(), SlackPerson.Later(settings, minutes: 3)));
        var planned = await SettledAsync(others);

        Assert.Equal(People, planned.Count);
        Assert.Equal(planned, workspace.Ids);
        foreach (var host in others)
            await host.DisposeAsync();
    }

    /// <summary>One first deal each: one post each.</summary>
    private static async Task SellAsync(HostProcess host)
    {
        var team = new { name = "Team", channels = new[] { new { platform = "slack", conversation = "C1" } } };
        (await host.Client.PutAsJsonAsync("/api/v1/teams/t", team)).EnsureSuccessStatusCode();
        for (var person = 0; person < People; person++)
        {
            var body = new
            {
                name = $"Person {person}",
                email = $"p{person}@example.com",
                team = "t",
            };
            (await host.Client.PutAsJsonAsync($"/api/v1/people/p{person}", body)).EnsureSuccessStatusCode();
            var now = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            var deal =
                $$"""{"type":"deal.closed","timestamp":"{{now}}","data":{"dealId":"d{{person}}","owner":"p{{person}}@example.com","outcome":"won","amount":10,"currency":"USD"} }""";
            Assert.Equal(HttpStatusCode.Accepted, await host.SendAsync($"e{person}", deal, CancellationToken.None));
        }
    }

    /// <summary>The messages for the channel in the order they were planned, once all are sent; the clocks are moved on meanwhile.</summary>
    private static async Task<List<string>> SettledAsync(List<HostProcess> hosts)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        for (var minute = 4; ; minute++)
        {
            var rows = (await hosts[0].Client.GetFromJsonAsync<JsonElement>("/api/v1/announcements", patience.Token))
                .EnumerateArray()
                .Where(row => row.GetProperty("to").TryGetProperty("channel", out var channel) && channel.GetString() == "slack:C1")
                .ToList();
            if (rows.TrueForAll(row => row.GetProperty("state").GetString() == "sent"))
                return [.. rows.Select(row => row.GetProperty("id").GetString()!.Split('.')[0]).Reverse().Distinct()];

            await Task.Delay(500, patience.Token);
            var now = TimeProvider.System.GetUtcNow().AddMinutes(minute).ToString("O", CultureInfo.InvariantCulture);
            foreach (var host in hosts)
                await host.Client.PostAsJsonAsync("/api/v1/clock", new { now }, patience.Token);
        }
    }
}
