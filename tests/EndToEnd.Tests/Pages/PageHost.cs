using System.Net.Http.Json;
using Bot;
using Bot.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Storage;

namespace EndToEnd.Tests.Pages;

/// <summary>The real host on a free loopback port, with the demo's buttons, two teams and a deal of last week.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private const string ApiKey = "an-admin-key-for-tests";

    private readonly string folder;
    private readonly WebApplication app;
    private readonly HttpClient admin;

    private PageHost(string folder, WebApplication app)
    {
        (this.folder, this.app) = (folder, app);
        Url = OwnAddress.Of(app.Services.GetRequiredService<IServer>());
        admin = new() { BaseAddress = Url };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
    }

    public Uri Url { get; }

    public static async Task<PageHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("medalist-").FullName;
        var app = MedalistHost.Build(
            [],
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "medalist.db")}",
                ["Organisation:TimeZone"] = "Europe/Paris",
                ["Organisation:Currency"] = "EUR",
                ["Admin:ApiKey"] = ApiKey,
                [DemoMode.Switch] = "true",
                ["Connections:demo:Kind"] = "standard",
                ["Connections:demo:Secrets:0"] = DemoCrm.NewSecret(),
                ["Clock:StartAt"] = "2026-11-11T09:00:00Z",
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        await app.Services.MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        var host = new PageHost(folder, app);
        await host.FillAsync();
        return host;
    }

    /// <summary>Mara manages the team; Root is the admin.</summary>
    public async Task WithLeadersAsync()
    {
        await PutAsync(
            "people/root",
            new
            {
                name = "Root Admin",
                email = "root@example.com",
                role = "admin",
            }
        );
        await PutAsync(
            "people/mara",
            new
            {
                name = "Mara Manager",
                email = "mara@example.com",
                role = "manager",
                team = "emea",
            }
        );
        await PutAsync("teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
    }

    /// <summary>A deal won on Wednesday morning.</summary>
    public async Task WinAsync(string id, string owner, int amount)
    {
        var answer = await app
            .Services.GetRequiredService<DemoMode>()
            .Crm()
            .SendAsync(CrmEvent.Won(id, At("2026-11-18T08:45:00Z"), owner, $"deal-{id}", amount), CancellationToken.None);
        Assert.StartsWith("202", answer.Said, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Last week Ana won a deal; this week, Wednesday morning, Ana and Ben sent a quote each. Cho has done nothing yet.</summary>
    private async Task FillAsync()
    {
        await PutAsync("teams/emea", new { name = "EMEA" });
        foreach (var (id, name) in ((string, string)[])[("ana", "Ana Alvarez"), ("ben", "Ben Okafor"), ("cho", "Cho Min")])
            await PutAsync(
                $"people/{id}",
                new
                {
                    name,
                    email = $"{id}@example.com",
                    team = "emea",
                }
            );

        await SendAsync(CrmEvent.Won("e1", At("2026-11-11T09:00:00Z"), "ana@example.com", "d1", 900));
        using var moved = await admin.PostAsJsonAsync("api/v1/clock", new { now = "2026-11-18T09:00:00Z" });
        Assert.True(moved.IsSuccessStatusCode);
        await SendAsync(CrmEvent.Quote("e2", At("2026-11-18T08:30:00Z"), "ana@example.com", "d2"));
        await SendAsync(CrmEvent.Quote("e3", At("2026-11-18T08:40:00Z"), "ben@example.com", "d3"));
    }

    private async Task PutAsync(string path, object body)
    {
        using var response = await admin.PutAsJsonAsync($"api/v1/{path}", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task SendAsync(CrmEvent report)
    {
        var answer = await app.Services.GetRequiredService<DemoMode>().Crm().SendAsync(report, CancellationToken.None);
        Assert.Equal("202 recorded", answer.Said);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
