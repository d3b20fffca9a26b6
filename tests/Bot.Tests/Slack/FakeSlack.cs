using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Slack;

/// <summary>Slack's side of the wire: it notes every request and answers as it was told to.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    /// <summary>Under it an answer finds what was sent.</summary>
    public const string Body = "body";

    /// <summary>Long enough for a busy machine; only what never comes is waited for that long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> answers = new(StringComparer.Ordinal);

    private TaskCompletionSource arrived = NewArrival();

    private FakeSlack(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public string ApiUrl => $"{Url}/api/";

    public ConcurrentQueue<FakeCall> Calls { get; } = new();

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var slack = new FakeSlack(server);
        server.Run(slack.AnswerAsync);
        await server.StartAsync();
        return slack;
    }

    /// <param name="path">What the address ends with: <c>chat.postMessage</c>.</param>
    public FakeSlack On(string path, Func<HttpContext, Task> answer)
    {
        answers[path] = answer;
        return this;
    }

    public FakeSlack On(string path, string json) => On(path, Json(json));

    public static Func<HttpContext, Task> Json(string json) => context => context.Response.WriteAsync(json);

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) =>
        context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };

    /// <summary>Takes the request and hangs up.</summary>
    public static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Takes the request and says nothing until the caller gives up.</summary>
    public static async Task Silence(HttpContext context)
    {
        var hungUp = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(hungUp.SetResult);
        await hungUp.Task;
    }

    public IEnumerable<FakeCall> CallsOf(string path) => Calls.Where(call => call.Path.EndsWith(path, StringComparison.Ordinal));

    /// <summary>Waits for a request that comes from the background.</summary>
    public async Task<FakeCall> NextAsync(string path)
    {
        await CountAsync(path, 1);
        return CallsOf(path).First();
    }

    /// <summary>Waits until there have been so many. What a test sets from then on is for the next one.</summary>
    public async Task CountAsync(string path, int count)
    {
        for (var arrival = arrived.Task; CallsOf(path).Count(call => call.IsMet) < count; arrival = arrived.Task)
            await arrival.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var path = context.Request.Path.Value!;
        var body = await reader.ReadToEndAsync();
        context.Items[Body] = body;
        var call = new FakeCall(path, context.Request.Headers.Authorization, body);
        Calls.Enqueue(call);
        var answer = answers.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..], Json("""{"ok":true}"""))(context);
        call.IsMet = true;
        Interlocked.Exchange(ref arrived, NewArrival()).SetResult();
        await answer;
    }
}

internal sealed record FakeCall(string Path, string? Authorization, string Body)
{
    /// <summary>Its answer was chosen.</summary>
    public bool IsMet { get; set; }
}
