using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace EndToEnd.Tests.Hosting;

/// <summary>The bot as a process of its own on a loopback port, so that it can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const string ApiKey = "an-admin-key-for-tests";
    public const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = [];

    private HostProcess(Process process, Uri url)
    {
        this.process = process;
        Client = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
    }

    public HttpClient Client { get; }

    public static async Task<HostProcess> StartAsync(int port, IReadOnlyDictionary<string, string> environment)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = url.ToString();
        start.Environment["Admin__ApiKey"] = ApiKey;
        start.Environment["Connections__crm__Kind"] = "standard";
        start.Environment["Connections__crm__Secrets__0"] = Secret;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        var host = new HostProcess(process, url);
        process.ErrorDataReceived += (_, line) => host.errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await host.ReadyAsync();
        return host;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Null when no answer came: whether it was stored is then unknown to the sender.</summary>
    public Task<HttpStatusCode?> SendAsync(string id, string json, CancellationToken ct) =>
        SendAsync(id, json, TimeProvider.System.GetUtcNow(), ct);

    /// <param name="now">By the clock of the host.</param>
    public async Task<HttpStatusCode?> SendAsync(string id, string json, DateTimeOffset now, CancellationToken ct)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/crm")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", Sign(id, seconds, json));
        try
        {
            using var response = await Client.SendAsync(request, ct);
            return response.StatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
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

    private async Task ReadyAsync()
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (process.HasExited)
                throw new InvalidOperationException(
                    $"The host ended with {process.ExitCode} before it was ready: {string.Join(' ', errors)}"
                );
            if (await IsReadyAsync())
                return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The host was not ready within two minutes.");
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await Client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Sign(string id, string seconds, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}"))
        );
}
