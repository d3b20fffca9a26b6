using System.Data.Common;
using Bot;
using Bot.Demo;
using Bot.Import;
using Bot.Manifests;
using Bot.Play;
using Bot.Settings;
using Storage;

const int WrongSettings = 2;
const int NoDatabase = 3;

try
{
    return args switch
    {
        ["demo", .. var rest] => await DemoCommand.RunAsync(rest),
        ["import", .. var rest] => await ImportCommand.RunAsync(rest),
        ["verify" or "replay", ..] => await VerificationCommand.RunAsync(args),
        ["rates", .. var rest] => await RatesCommand.RunAsync(rest),
        ["manifest", .. var rest] => await ManifestCommand.RunAsync(rest),
        _ => await ServeAsync(),
    };
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync("Medalist did not start. Correct these settings and start again:");
    foreach (var problem in wrong.Problems)
        await Console.Error.WriteLineAsync($"  {problem.Name} {problem.Message}");
    return WrongSettings;
}

async Task<int> ServeAsync()
{
    await using var app = MedalistHost.Build(args);
    if (await WhyNoDatabaseAsync(app) is { } reason)
    {
        await Console.Error.WriteLineAsync($"Medalist did not start. {reason}");
        return NoDatabase;
    }

    await app.RunAsync();
    return 0;
}

// What an admin can mend is a sentence; anything else keeps its stack trace.
static async Task<string?> WhyNoDatabaseAsync(WebApplication app)
{
    try
    {
        await app.Services.MigrateAsync(CancellationToken.None);
        return null;
    }
    catch (InvalidOperationException otherOrganisation)
    {
        return otherOrganisation.Message;
    }
    catch (Exception away) when (away is DbException or IOException or UnauthorizedAccessException or StoreUnavailableException)
    {
        return $"The database cannot be used: {away.Message} Check Storage__Provider and Storage__ConnectionString.";
    }
}
