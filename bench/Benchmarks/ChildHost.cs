using System.Diagnostics;

namespace Benchmarks;

/// <summary>A server in a process of its own, so that it shares neither heap nor threads with the one that measures it.</summary>
internal sealed class ChildHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ChildHost(Process process, Uri url, TimeSpan ready) => (this.process, Url, Ready) = (process, url, ready);

    public Uri Url { get; }

    /// <summary>From the start of the process to the first good answer of <c>/health/ready</c>.</summary>
    public TimeSpan Ready { get; }

    /// <summary>What the process holds in memory now, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static Task<ChildHost> MedalistAsync(string database, IReadOnlyDictionary<string, string?>? more = null, string? bot = null)
    {
        var url = Loopback.FreeAddress();
        var settings = Company.SettingsOf(database, url);
        foreach (var (name, value) in more ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            settings[name] = value;
        return StartAsync(url, [bot is null ? "Bot.dll" : Path.GetFullPath(bot)], settings);
    }

    public static Task<ChildHost> BareAsync(string database)
    {
        var url = Loopback.FreeAddress();
        return StartAsync(url, ["Benchmarks.dll", "bare", url.ToString(), database], new(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ChildHost> StartAsync(Uri url, string[] command, Dictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, command[0]), .. command[1..]]);
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        using var client = new HttpClient { BaseAddress = url };
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException($"{command[0]} was not ready within {Patience.TotalSeconds:N0} s.");
            await Task.Delay(5);
        }
        return new(process, url, clock.Elapsed);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
