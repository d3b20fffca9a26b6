using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bot.Manifests;

/// <summary><c>manifest slack</c> and <c>manifest teams</c>: the apps, filled in for one company.</summary>
public static class ManifestCommand
{
    private const int LongestCompany = 32;
    private const int NotWritten = 1;

    private static readonly string AddressRemedy =
        "Write the public address of your host, like https://medalist.your-company.com: https, no user, query or fragment, and not this machine.";

    /// <returns>0 when it is written, 1 when it was asked wrongly or cannot be.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var console = new InvocationConfiguration { Output = output ?? Console.Out, Error = error ?? Console.Error };
        var root = new RootCommand("The manifest of the Slack app, the package of the Teams app") { Slack(), Teams() };
        return root.Parse(args).InvokeAsync(console);
    }

    private static Command Slack()
    {
        var url = Address();
        var socket = new Option<bool>("--socket") { Description = "For Socket Mode: the host calls Slack and needs no public address" };
        var command = new Command("slack", "Prints the manifest for https://api.slack.com/apps, From a manifest") { url, socket };
        command.Validators.Add(given =>
        {
            if (given.GetResult(url) is null && !given.GetValue(socket))
                given.AddError($"--url is missing. {AddressRemedy} Without one use --socket.");
        });
        command.SetAction(given =>
            given.InvocationConfiguration.Output.WriteLine(
                ManifestFile.Text(given.GetValue(socket) ? SlackManifest.OverSockets() : SlackManifest.Over(given.GetValue(url)!))
            )
        );
        return command;
    }

    private static Command Teams()
    {
        var app = new Option<Guid>("--app-id")
        {
            Description = "The Microsoft App ID of the bot's registration",
            Required = true,
            CustomParser = given =>
                Read(
                    given,
                    Guid.TryParse(Word(given), out var id) && id != Guid.Empty ? id : (Guid?)null,
                    "Copy it from the bot's registration: 8-4-4-4-12 hexadecimal digits."
                ) ?? default,
        };
        var url = Address();
        url.Required = true;
        var company = new Option<string?>("--company") { Description = $"Who offers the app, at most {LongestCompany} characters" };
        company.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>()?.Trim() is not { Length: > 0 and <= LongestCompany })
                given.AddError($"--company has 1 to {LongestCompany} characters. Shorten it.");
        });
        var version = new Option<Version?>("--app-version")
        {
            Description = "Of the package, 1.0.0 by default: Teams takes an update only with a higher one",
            CustomParser = given => Read(given, VersionOf(Word(given)), "Write three numbers, like 1.0.1."),
        };
        var file = new Option<string>("--out") { Description = "The file to write", DefaultValueFactory = _ => "medalist.zip" };
        var command = new Command("teams", "Writes the package for the Teams admin center, Manage apps, Upload")
        {
            app,
            url,
            company,
            version,
            file,
        };
        command.SetAction(
            (given, ct) =>
                WriteAsync(
                    new(given.GetValue(app), given.GetValue(url)!, given.GetValue(company)?.Trim(), given.GetValue(version)),
                    given.GetValue(file)!,
                    given.InvocationConfiguration,
                    ct
                )
        );
        return command;
    }

    private static async Task<int> WriteAsync(TeamsPackage package, string file, InvocationConfiguration console, CancellationToken ct)
    {
        try
        {
            await File.WriteAllBytesAsync(file, package.Zip(), ct);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await console.Error.WriteLineAsync($"The package cannot be written: {unwritable.Message} Name another file with --out.");
            return NotWritten;
        }

        await console.Output.WriteLineAsync($"{Path.GetFullPath(file)} is ready to be uploaded.");
        return 0;
    }

    private static Option<HttpsAddress?> Address() =>
        new("--url")
        {
            Description = "The public https address of your host",
            CustomParser = given => Read(given, HttpsAddress.Parse(Word(given)), AddressRemedy),
        };

    private static Version? VersionOf(string typed) =>
        Version.TryParse(typed, out var version) && version is { Build: >= 0, Revision: < 0 } ? version : null;

    private static string Word(ArgumentResult given) => given.Tokens.Single().Value;

    private static T? Read<T>(ArgumentResult given, T? value, string remedy)
    {
        if (value is null)
            given.AddError($"'{Word(given)}' is no {((OptionResult)given.Parent!).Option.Name}. {remedy}");
        return value;
    }
}
