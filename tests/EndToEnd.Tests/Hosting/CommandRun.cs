using System.Diagnostics;

namespace EndToEnd.Tests.Hosting;

/// <summary>One run of the bot as a person types it, until it ends.</summary>
internal sealed record CommandRun(int ExitCode, string Errors)
{
    public static async Task<CommandRun> OfAsync(IEnumerable<string> line, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. line])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, errors);
    }
}
