using Spectre.Console;

namespace Bot.Play;

/// <summary>A bar for long commands, where somebody looks at it.</summary>
internal static class WorkBar
{
    /// <param name="size">What the parts told to the work's callback add up to.</param>
    public static async Task<T> RunAsync<T>(string what, long size, Func<Action<long>, Task<T>> work)
    {
        if (Console.IsOutputRedirected)
            return await work(_ => { });

        return await AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(what, maxValue: Math.Max(1, size));
                return work(more => bar.Increment(more));
            });
    }
}
