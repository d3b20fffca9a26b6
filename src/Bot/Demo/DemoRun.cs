using System.Security.Cryptography;
using Bot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using NodaTime;
using Storage;

namespace Bot.Demo;

/// <summary>One start of the demo: settings, host, the weeks that were not played yet, and then it serves.</summary>
internal sealed class DemoRun(DemoFolder folder, string? urls, int days)
{
    public async Task<int> RunAsync(bool fresh, CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (fresh)
            folder.Clear();

        var present = PresentOf(configuration);
        var state = Remember(folder.Read() ?? new(present, days, DemoCrm.NewSecret(), Played: false));
        var apiKey = configuration["Admin:ApiKey"] ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

        await using var app = MedalistHost.Build([], SettingsOf(state, apiKey, state.Played ? present : state.Begins));
        await app.Services.StartDatabaseAsync(ct);
        await ContinueClockAsync(app.Services, ct);
        await app.StartAsync(ct);

        var url = OwnAddress.Of(app.Services.GetRequiredService<IServer>());
        if (!state.Played && !await PlayAsync(app, state, url, apiKey, ct))
            return 0;

        DemoScreen.Ready(url);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>The present of the demo: the real one, unless the clock was set.</summary>
    private static DateTimeOffset PresentOf(IConfiguration configuration) =>
        SettingsValidation.Read(configuration).Clock.StartAt ?? TimeProvider.System.GetUtcNow();

    /// <summary>Time does not run back, neither over an interrupted first run nor over a clock that was set.</summary>
    private static async Task ContinueClockAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<CommitReader>().LastAsync(ct) is { } last)
            services.GetRequiredService<HostClock>().MoveTo(last.ToDateTimeOffset());
    }

    private DemoState Remember(DemoState state)
    {
        folder.Write(state);
        return state;
    }

    private Dictionary<string, string?> SettingsOf(DemoState state, string apiKey, DateTimeOffset clock)
    {
        var settings = new Dictionary<string, string?>
        {
            [DemoMode.Switch] = "true",
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = folder.ConnectionString,
            ["Organisation:TimeZone"] = DemoCompany.Zone,
            ["Organisation:Currency"] = DemoCompany.Currency,
            ["Admin:ApiKey"] = apiKey,
            [$"Connections:{DemoCrm.Connection}:Kind"] = "standard",
            [$"Connections:{DemoCrm.Connection}:Secrets:0"] = state.Secret,
            ["Clock:StartAt"] = clock.ToString("O"),
            ["Logging:LogLevel:Default"] = "Warning",
        };
        if (urls is not null)
            settings["urls"] = urls;
        return settings;
    }

    /// <summary>False when it was interrupted: the next start resumes.</summary>
    private async Task<bool> PlayAsync(WebApplication app, DemoState state, Uri url, string apiKey, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, app.Lifetime.ApplicationStopping);
        using var admin = new HttpClient { BaseAddress = url };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", apiKey);
        var steps = DemoHistory.Between(Instant.FromDateTimeOffset(state.Begins), Instant.FromDateTimeOffset(state.Ends));
        var player = new DemoPlayer(
            admin,
            app.Services.GetRequiredService<DemoMode>().Crm(),
            app.Services.GetRequiredService<TimeProvider>()
        );
        try
        {
            await player.FoundAsync(stop.Token);
            await DemoScreen.ShowAsync(steps, played => player.PlayAsync(steps, played, stop.Token));
            folder.Write(state with { Played = true });
            return true;
        }
        catch (Exception interrupted)
            when (stop.IsCancellationRequested && interrupted is OperationCanceledException or HttpRequestException)
        {
            return false;
        }
    }
}
