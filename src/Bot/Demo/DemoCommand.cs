using System.CommandLine;

namespace Bot.Demo;

/// <summary><c>demo [--fresh] [--urls …]</c>: a company with three weeks behind it, on this machine, to try everything on.</summary>
public static class DemoCommand
{
    private const int Weeks = 3;

    public static Task<int> RunAsync(string[] args)
    {
        var fresh = new Option<bool>("--fresh") { Description = "Start over instead of continuing" };
        var urls = new Option<string?>("--urls") { Description = "Where the page answers; http://localhost:3978 by default" };
        var folder = new Option<string>("--data") { Description = "The folder of the demo's database", DefaultValueFactory = _ => "data" };
        var days = new Option<int>("--days")
        {
            Description = "How many days to play on the first run",
            DefaultValueFactory = _ => Weeks * 7,
        };
        days.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 92)
                given.AddError("--days is a whole number from 1 to 92.");
        });

        var command = new RootCommand("A demo company with three weeks of signed CRM events") { fresh, urls, folder, days };
        command.SetAction(
            (parsed, ct) =>
                new DemoRun(new(parsed.GetValue(folder)!), parsed.GetValue(urls), parsed.GetValue(days)).RunAsync(
                    parsed.GetValue(fresh),
                    ct
                )
        );
        // The host itself ends on Ctrl+C, gracefully.
        return command
            .Parse(args)
            .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }
}
