using Bot;
using Bot.Demo;
using Bot.Import;
using Bot.Manifests;
using Bot.Play;
using Bot.Settings;

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
catch (NoDatabaseException away)
{
    await Console.Error.WriteLineAsync($"Medalist did not start. {away.Message}");
    return NoDatabase;
}

async Task<int> ServeAsync()
{
    await using var app = MedalistHost.Build(args);
    await app.Services.StartDatabaseAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
