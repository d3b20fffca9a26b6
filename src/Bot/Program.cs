using Bot;
using Bot.Demo;
using Bot.Settings;
using Storage;

try
{
    if (args is ["demo", .. var rest])
        return await DemoCommand.RunAsync(rest);

    await using var app = MedalistHost.Build(args);
    await app.Services.MigrateAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync("Medalist did not start. Correct these settings and start again:");
    foreach (var problem in wrong.Problems)
        await Console.Error.WriteLineAsync($"  {problem.Name} {problem.Message}");
    return 2;
}
