using System.Collections.Concurrent;
using System.Diagnostics;
using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests.Demo;

/// <summary>The demo as a newcomer starts it, a process with its own folder; its present is Wednesday 2026-11-18 14:00 UTC.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DemoProcess(Process process, int port)
    {
        this.process = process;
        Client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", HostProcess.ApiKey);
    }

    public HttpClient Client { get; }

    public ConcurrentQueue<string> Said { get; } = new();

    public static DemoProcess Start(int port, string folder, params string[] arguments)
    {
        string[] line =
        [
            Path.Combine(AppContext.BaseDirectory, "Bot.dll"),
            "demo",
            "--data",
            folder,
            "--urls",
            $"http://127.0.0.1:{port}",
            .. arguments,
        ];
        var start = new ProcessStartInfo("dotnet", line)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Admin__ApiKey"] = HostProcess.ApiKey;
        start.Environment["Clock__StartAt"] = "2026-11-18T14:00:00Z";
        var demo = new DemoProcess(new() { StartInfo = start, EnableRaisingEvents = true }, port);
        demo.Listen();
        return demo;
    }

    public Task ReadyAsync() => ready.Task.WaitAsync(Patience);

    /// <summary>SIGKILL, in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
        Client.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The demo ended: {string.Join('\n', Said)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;

        Said.Enqueue(line);
        if (line.StartsWith("Medalist is ready", StringComparison.Ordinal))
            ready.TrySetResult();
    }
}
