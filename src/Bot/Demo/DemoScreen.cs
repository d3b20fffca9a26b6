using System.Globalization;
using Spectre.Console;

namespace Bot.Demo;

/// <summary>What the demo says on the terminal.</summary>
internal static class DemoScreen
{
    /// <summary>A bar where somebody watches, a line for each day where the output goes to a file.</summary>
    public static Task ShowAsync(IReadOnlyList<DemoStep> steps, Func<Action<DemoStep>, Task> play) =>
        Console.IsOutputRedirected ? play(DayLines(steps)) : BarAsync(steps, play);

    public static void Ready(Uri url)
    {
        Console.WriteLine();
        Console.WriteLine($"Medalist is ready: {url.GetLeftPart(UriPartial.Authority)}/?person={DemoCompany.Newcomer.Id}");
        Console.WriteLine(
            $"  Type /leaderboard month, press Share to channel, or let the CRM report {DemoCompany.Newcomer.Name}'s first deal."
        );
        Console.WriteLine("  Ctrl+C stops it; the next start continues, --fresh starts over.");
    }

    private static async Task BarAsync(IReadOnlyList<DemoStep> steps, Func<Action<DemoStep>, Task> play) =>
        await AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Playing the demo company", maxValue: steps.Count);
                await play(step =>
                {
                    bar.Description = $"Playing {Day(step)}";
                    bar.Increment(1);
                });
            });

    private static Action<DemoStep> DayLines(IReadOnlyList<DemoStep> steps)
    {
        Console.WriteLine($"Playing {steps.Sum(step => step.Events.Count)} signed CRM events of the demo company.");
        var shown = "";
        return step =>
        {
            if (Day(step) is var day && day != shown)
                Console.WriteLine(shown = day);
        };
    }

    private static string Day(DemoStep step) => step.At.ToString("ddd d MMM", CultureInfo.InvariantCulture);
}
