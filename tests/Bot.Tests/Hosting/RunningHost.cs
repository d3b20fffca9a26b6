using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Storage;

namespace Bot.Tests.Hosting;

/// <summary>The real host on a free loopback port with a database file of its own and a clock that can be moved.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    public const string ApiKey = "an-admin-key-for-tests";
    public const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private readonly string folder;
    private readonly WebApplication app;

    private RunningHost(string folder, WebApplication app, Uri url)
    {
        (this.folder, this.app, Url) = (folder, app, url);
        Client = new() { BaseAddress = url };
        Admin = new() { BaseAddress = url };
        Admin.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
    }

    public Uri Url { get; }

    /// <summary>Anybody.</summary>
    public HttpClient Client { get; }

    /// <summary>The bearer of the admin key.</summary>
    public HttpClient Admin { get; }

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <param name="settings">On top of: SQLite, Europe/Paris, EUR, connection <c>crm</c>, a clock at Wednesday 2026-11-18 09:00 UTC.</param>
    public static async Task<RunningHost> StartAsync(params (string Name, string? Value)[] settings)
    {
        var home = Directory.CreateTempSubdirectory("medalist-").FullName;
        var overrides = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(home, "medalist.db")}",
            ["Organisation:TimeZone"] = "Europe/Paris",
            ["Organisation:Currency"] = "EUR",
            ["Admin:ApiKey"] = ApiKey,
            ["Connections:crm:Kind"] = "standard",
            ["Connections:crm:Secrets:0"] = Secret,
            ["Clock:StartAt"] = "2026-11-18T09:00:00Z",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (name, value) in settings)
            overrides[name] = value;

        var built = MedalistHost.Build([], overrides);
        await built.Services.MigrateAsync(CancellationToken.None);
        await built.StartAsync();
        var address = built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(home, built, new(address));
    }

    /// <summary>Two teams, a manager and three reps, by the API.</summary>
    public async Task<RunningHost> WithPeopleAsync()
    {
        await PutAsync("/api/v1/teams/emea", new { name = "EMEA" });
        await PutAsync("/api/v1/teams/amer", new { name = "Americas" });
        await PutAsync(
            "/api/v1/people/mara",
            new
            {
                name = "Mara Manager",
                email = "mara@example.com",
                team = "emea",
                role = "manager",
            }
        );
        await PutAsync(
            "/api/v1/people/ana",
            new
            {
                name = "Ana Alvarez",
                email = "ana@example.com",
                team = "emea",
            }
        );
        await PutAsync(
            "/api/v1/people/ben",
            new
            {
                name = "Ben Okafor",
                email = "ben@example.com",
                team = "emea",
            }
        );
        await PutAsync(
            "/api/v1/people/cho",
            new
            {
                name = "Cho Min",
                email = "cho@example.com",
                team = "amer",
            }
        );
        return this;
    }

    public async Task PutAsync(string path, object body)
    {
        using var response = await Admin.PutAsJsonAsync(path, body);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Sends one signed event as the CRM would.</summary>
    public async Task<HttpResponseMessage> SendAsync(string id, string json)
    {
        var seconds = Service<HostClock>().GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/crm")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", Sign(Secret, id, seconds, json));
        return await Client.SendAsync(request);
    }

    /// <summary>The same, accepted or the test ends here.</summary>
    public async Task ReportAsync(string id, string type, object data, string timestamp = "2026-11-18T08:30:00Z")
    {
        var body = new
        {
            type,
            timestamp,
            data,
        };
        using var answer = await SendAsync(id, JsonSerializer.Serialize(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> MoveClockAsync(string now)
    {
        using var response = await Admin.PostAsJsonAsync("/api/v1/clock", new { now });
        return response.StatusCode;
    }

    public static string Sign(string secret, string id, string seconds, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}"))
        );

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Admin.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
