using Bot.Api;
using Bot.Cards;
using Bot.Commands;
using Bot.Crm;
using Bot.Errands;
using Bot.Forms;
using Bot.Outbox;
using Bot.Play;
using Bot.Rules;
using Bot.Settings;
using Bot.Slack;
using Bot.Teams;
using Bot.Web;
using Gamification;
using Gamification.Badges;
using Gamification.Points;
using Microsoft.Extensions.Configuration.Memory;
using NodaTime;
using Storage;

namespace Bot;

/// <summary>Builds the host: the table of contents of what it serves.</summary>
public static class MedalistHost
{
    /// <summary>Defaults below every file and variable: our own events, and of the frameworks only what needs attention.</summary>
    private static readonly Dictionary<string, string?> QuietLogs = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:Quartz"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
    };

    /// <param name="overrides">Settings that win over files, environment and arguments; the demo brings its own.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogs });
        builder.Configuration.AddInMemoryCollection(overrides ?? new Dictionary<string, string?>());
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls("http://localhost:3978");

        var settings = SettingsValidation.Read(builder.Configuration);
        AddServices(builder.Services, settings);

        var app = builder.Build();
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, HostSettings settings)
    {
        var organisation = OrganisationOf(settings.Organisation);
        var rules = new Rulebook(
            PointTimeline.Always(settings.Points.First),
            BadgeCatalogue.With(Enum.Parse<FirstSaleTrigger>(settings.FirstSale.Trigger), organisation.RevenueUnitInMinor)
        );
        var clock = new HostClock(TimeProvider.System, settings.Clock.StartAt);

        services.AddSingleton(settings).AddSingleton(settings.Organisation).AddSingleton(settings.Admin);
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        services.AddSingleton(organisation).AddSingleton(rules);
        services.AddStorage(
            new(Enum.Parse<StorageProvider>(settings.Storage.Provider, ignoreCase: true), settings.Storage.ConnectionString),
            organisation,
            rules
        );
        services.AddPlay(settings.Organisation);
        services.AddSchedule(settings.Storage);
        services.AddRules(settings.Points);
        services.AddCrm(settings.Connections);
        services.AddCommands();
        services.AddForms();
        services.AddOutbox();
        services.AddErrands();
        services.AddSlack(settings.Slack);
        services.AddTeams(settings.Teams);
        services.AddWeb();
        services.AddAdminApi();
        services.AddHostHealth();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.UseMiddleware<UnexpectedErrors>();
        app.MapHealth();
        app.MapWebhooks();
        app.MapSlack();
        app.MapTeams();
        app.MapAdminApi();
        app.MapWeb();
    }

    private static Organisation OrganisationOf(OrganisationSettings settings) =>
        new(DateTimeZoneProviders.Tzdb[settings.TimeZone], settings.Currency, settings.RevenueUnit, Duration.FromHours(settings.GraceHours))
        {
            Late = Enum.Parse<LatePolicy>(settings.LatePolicy, ignoreCase: true),
            Language = settings.Language,
        };
}
