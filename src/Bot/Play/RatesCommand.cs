using Gamification;
using Storage;

namespace Bot.Play;

/// <summary><c>rates FILE [--dry-run]</c>: enters the rates of a CSV file, all or none, beside a host that goes on serving.</summary>
public static class RatesCommand
{
    private const string DryRun = "--dry-run";
    private const int Done = 0;
    private const int NothingDone = 1;

    /// <returns>0 when all are entered or could be, 1 when a line is wrong or there is no such file.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync("Name the file: rates FILE [--dry-run]. It is CSV with the header currency,date,rate.");
            return NothingDone;
        }

        await using var app = MedalistHost.Build([.. rest.Where(argument => argument != DryRun)]);
        if (await LinesAsync(file) is not { } lines)
            return NothingDone;

        var (rates, problems) = RateFile.Read(lines, app.Services.GetRequiredService<Organisation>());
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        if (problems.Count > 0)
        {
            await Console.Error.WriteLineAsync($"Nothing was entered: correct {Count(problems.Count, "line")} and run it again.");
            return NothingDone;
        }

        if (rest.Contains(DryRun))
        {
            Console.WriteLine($"{Count(rates.Count, "rate")} can be entered. Nothing was entered: this was a dry run.");
            return Done;
        }

        await app.Services.StartDatabaseAsync(CancellationToken.None);
        var put = await app.Services.GetRequiredService<RateDesk>().PutAsync(rates, "command", CancellationToken.None);
        Console.WriteLine(
            $"{Count(rates.Count, "rate")} entered, {put.Changed} of them new or changed. "
                + $"{Count(put.Released.Count, "waiting activity", "waiting activities")} released."
        );
        return Done;
    }

    private static async Task<string[]?> LinesAsync(string file)
    {
        try
        {
            return await File.ReadAllLinesAsync(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The file cannot be read: {unreadable.Message} Name a file that is there.");
            return null;
        }
    }

    private static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
