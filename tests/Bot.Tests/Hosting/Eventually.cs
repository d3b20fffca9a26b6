namespace Bot.Tests.Hosting;

/// <summary>Waits for what is done in the background, longer than the slowest machine needs for it.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task HoldsAsync(Func<bool> happened) => HoldsAsync(() => Task.FromResult(happened()));

    public static async Task HoldsAsync(Func<Task<bool>> happened)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await happened())
            await Task.Delay(Pause, patience.Token);
    }
}
